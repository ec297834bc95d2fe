// Colours of maps: evenly perceived, safe for colour blindness, readable in grey.

// Polynomials of sixth degree through the maps of matplotlib (CC0), by Matt Zucker.
const FITS = {
  viridis: [
    [0.2777273272234177, 0.005407344544966578, 0.3340998053353061],
    [0.1050930431085774, 1.404613529898575, 1.384590162594685],
    [-0.3308618287255563, 0.214847559468213, 0.09509516302823659],
    [-4.634230498983486, -5.799100973351585, -19.33244095627987],
    [6.228269936347081, 14.17993336680509, 56.69055260068105],
    [4.776384997670288, -13.74514537774601, -65.35303263337234],
    [-5.435455855934631, 4.645852612178535, 26.3124352495832],
  ],
  magma: [
    [-0.002136485053939582, -0.000749655052795221, -0.005386127855323933],
    [0.2516605407371642, 0.6775232436837668, 2.494026599312351],
    [8.353717279216625, -3.577719514958484, 0.3144679030132573],
    [-27.66873308576866, 14.26473078096533, -13.64921318813922],
    [52.17613981234068, -27.94360607168351, 12.94416944238394],
    [-50.76852536473588, 29.04658282127291, 4.23415299384598],
    [18.65570506591883, -11.48977351997711, -5.601961508734096],
  ],
  plasma: [
    [0.05873234392399702, 0.02333670892565664, 0.5433401826748754],
    [2.176514634195958, 0.2383834171260182, 0.7539604599784036],
    [-2.689460476458034, -7.455851135738909, 3.110799939717086],
    [6.130348345893603, 42.3461881477227, -28.51885465332158],
    [-11.10743619062271, -82.66631109428045, 60.13984767418263],
    [10.02306557647065, 71.41361770095349, -54.07218655560067],
    [-3.658713842777788, -22.93153465461149, 18.19190778539828],
  ],
};
const STOPS = {
  diverging: [[59, 76, 192], [221, 221, 221], [180, 4, 38]],
  grey: [[0, 0, 0], [255, 255, 255]],
};
const made = new Map();

/** 256 colours, three bytes each: viridis, magma, plasma, diverging or grey. */
export function ramp(name) {
  if (!made.has(name)) made.set(name, FITS[name] ? fitted(FITS[name]) : stopped(STOPS[name]));
  return made.get(name);
}

/** As `rgb(…)`, for a share from 0 to 1. */
export function colour(name, share) {
  const at = 3 * Math.round(255 * Math.min(1, Math.max(0, share)));
  const table = ramp(name);
  return `rgb(${table[at]} ${table[at + 1]} ${table[at + 2]})`;
}

function fitted(fit) {
  const table = new Uint8ClampedArray(256 * 3);
  for (let i = 0; i < 256; i++) {
    for (let c = 0; c < 3; c++) {
      table[3 * i + c] = 255 * fit.reduceRight((sum, part) => sum * (i / 255) + part[c], 0);
    }
  }
  return table;
}

function stopped(stops) {
  const table = new Uint8ClampedArray(256 * 3);
  for (let i = 0; i < 256; i++) {
    const at = (i / 255) * (stops.length - 1);
    const low = Math.min(Math.floor(at), stops.length - 2);
    for (let c = 0; c < 3; c++) table[3 * i + c] = stops[low][c] + (at - low) * (stops[low + 1][c] - stops[low][c]);
  }
  return table;
}
