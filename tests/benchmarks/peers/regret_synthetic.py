"""Best value found on Branin, Hartmann-6 and Ackley-5 by BoTorch's defaults, from the given starts.

Run: python regret_synthetic.py [--problems branin hartmann6 ackley5] [--seeds 0 20] [--noise-known]

By default the noise is inferred, as BoTorch does; with --noise-known the surrogate is told that
there is none, and the result file is named so.
"""

import record  # first: pins the threads

import numpy as np
import torch

import single_objective
from single_objective import fitted, proposed

STARTS = record.reference("synthetic_starts.json")


def branin(x):
    """Minimum 0.397887 on [-5, 10] x [0, 15]."""
    a, b = x
    bowl = b - 5.1 / (4 * np.pi**2) * a**2 + 5 / np.pi * a - 6
    return bowl**2 + 10 * (1 - 1 / (8 * np.pi)) * np.cos(a) + 10


def hartmann6(x):
    """Minimum -3.32237 on the unit cube."""
    weights = np.array([1.0, 1.2, 3.0, 3.2])
    scales = np.array(STARTS["hartmann6_A"])
    centres = 1e-4 * np.array(STARTS["hartmann6_P_times_1e4"])
    return -weights @ np.exp(-np.sum(scales * (x - centres) ** 2, axis=1))


def ackley5(x):
    """Minimum 0 at the origin of [-32.768, 32.768]^5."""
    ring = -20 * np.exp(-0.2 * np.sqrt(np.mean(x**2)))
    return ring - np.exp(np.mean(np.cos(2 * np.pi * x))) + 20 + np.e


FUNCTIONS = {"branin": branin, "hartmann6": hartmann6, "ackley5": ackley5}


def campaign(name, seed, noise_known):
    """One sequential run: best value after every evaluation, and seconds."""
    problem = STARTS["problems"][name]
    lower, upper = np.array(problem["bounds"]).T
    start = problem["starts"][str(seed)]
    evaluate = lambda unit: FUNCTIONS[name](lower + np.asarray(unit) * (upper - lower))
    if not np.allclose([evaluate(unit) for unit in start["X_unit"]], start["y"], rtol=1e-9, atol=1e-9):
        raise ValueError(f"{name}, seed {seed}: the start values do not follow from the start points")
    torch.manual_seed(seed)
    x, y = torch.tensor(start["X_unit"]), -torch.tensor(start["y"])
    watch = record.Stopwatch()
    while len(y) < problem["n_total"]:
        model = watch.measure("fit", lambda: fitted(x, y, noise_known))
        point = watch.measure("propose", lambda: proposed(model, y))
        x = torch.cat([x, point])
        y = torch.cat([y, torch.tensor([-evaluate(point[0].numpy())])])
    return {"best": np.minimum.accumulate(-y.numpy()), "seconds": watch.totals()}


def main():
    parser = record.parser(__doc__, list(FUNCTIONS))
    parser.add_argument("--noise-known", action="store_true")
    options = parser.parse_args()
    suffix = "_noise_known" if options.noise_known else ""
    for name in options.problems:
        problem = STARTS["problems"][name]
        header = {
            "protocol": f"{name}: {problem['n_start']} given starts, then one point at a time; minimise",
            "peer": single_objective.PEER
            | {"optimiser": f"optimize_acqf, {single_objective.RESTARTS} restarts, {single_objective.RAW_DRAWS} raw draws"}
            | (single_objective.KNOWN_NOISE if options.noise_known else {}),
            "problem": {key: problem[key] for key in ("dim", "bounds", "optimum", "n_start", "n_total")},
            "starts": "synthetic_starts.json",
        }
        record.run_seeds(
            options.results / f"{name}{suffix}.json",
            header,
            range(*options.seeds),
            lambda seed: campaign(name, seed, options.noise_known),
            lambda runs: {"best": record.quartiles([run["best"] for run in runs.values()])},
        )


if __name__ == "__main__":
    main()
