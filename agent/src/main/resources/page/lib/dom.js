// Nodes from names. Text becomes text nodes and nothing else; nothing here parses markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An element of HTML: `el('button', {class: 'main', on: {click: go}}, 'Go')`. */
export function el(tag, props = {}, ...children) {
  return dressed(document.createElement(tag), props, children);
}

/** The same for SVG. */
export function svg(tag, props = {}, ...children) {
  return dressed(document.createElementNS(SVG, tag), props, children);
}

/** Puts these children, and no others, into a node. */
export function fill(node, ...children) {
  node.replaceChildren(...nodes(children));
  return node;
}

function dressed(node, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (name === 'on') {
      for (const [event, heard] of Object.entries(value)) node.addEventListener(event, heard);
    } else if (name in node && ['value', 'checked', 'disabled', 'hidden', 'selected', 'open'].includes(name)) {
      node[name] = value;
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, String(value));
    }
  }
  node.append(...nodes(children));
  return node;
}

function nodes(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : document.createTextNode(String(child))));
}
