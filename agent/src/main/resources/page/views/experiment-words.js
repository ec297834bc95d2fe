// Acquisition functions and changes of a course in words.

const FUNCTIONS = {
  log_expected_improvement: { name: 'log of the expected improvement', unit: 'log SD', knob: { name: 'xi', label: 'Margin over the best (ξ)', min: 0, max: 1, step: 0.01, preset: 0 } },
  expected_improvement: { name: 'expected improvement', unit: 'SD', knob: { name: 'xi', label: 'Margin over the best (ξ)', min: 0, max: 1, step: 0.01, preset: 0 } },
  probability_of_improvement: { name: 'probability of improvement', unit: '', knob: { name: 'xi', label: 'Margin over the best (ξ)', min: 0, max: 1, step: 0.01, preset: 0 } },
  upper_confidence_bound: { name: 'upper confidence bound', unit: 'SD', knob: { name: 'beta', label: 'Weight of the variance (β)', min: 0, max: 100, step: 0.5, preset: 4 } },
  maximum_uncertainty: { name: 'uncertainty alone', unit: 'SD' },
  posterior_mean: { name: 'expected reward alone', unit: 'SD' },
  random_choice: { name: 'nothing (at random)', unit: '' },
};

/** The functions that can be chosen on the page. */
export const CHOICES = Object.entries(FUNCTIONS).map(([kind, one]) => ({ kind, ...one }));

/** Name and unit of a function's values; SD are standard deviations of the rewards. */
export function functionWords(asked) {
  const known = FUNCTIONS[asked.kind];
  const name = known?.name || asked.kind.replaceAll('_', ' ');
  const knobs = Object.entries(asked).filter(([key, value]) => key !== 'kind' && typeof value === 'number' && value !== 0);
  return { name: knobs.length === 0 ? name : `${name} (${knobs.map(([key, value]) => `${{ beta: 'β', xi: 'ξ' }[key] || key} = ${value}`).join(', ')})`, unit: known?.unit ?? 'SD' };
}

/** A change of the course as it stands in the journal. */
export function changeWords(written) {
  const change = written.change || written.search;
  switch (change.kind) {
    case 'rank': return `ranked by ${functionWords(change.acquisition_function).name}`;
    case 'want': return change.reward
      ? `wanted: ${change.reward.terms.map((term) => `${term.weight} × ${term.scalariser.replaceAll('_', ' ')}`).join(' + ')}`
      : `wanted: ${change.goals.map((goal) => `${goal.direction} ${goal.outcome}`).join(', ')}`;
    case 'spend': return `${change.points} points in all`;
    case 'visit': return change.sites ? `visit site ${change.sites.join(', ')}` : `try ${change.conditions.length} condition(s) next`;
    case 'avoid': return 'a region is left out';
    case 'vote': return `site ${change.site} ${change.liking > 0 ? 'liked' : 'disliked'} (${change.liking})`;
    default: return change.kind;
  }
}
