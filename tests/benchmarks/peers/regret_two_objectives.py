"""Hypervolume on noise-free Branin-Currin by BoTorch's qLogEHVI; the starts are in the result file.

Run: python regret_two_objectives.py [--seeds 0 20]

Maximise y = -(branin, currin) on the unit square, reference point (-18, -6). Branin is the usual one
of 15 x1 - 5 and 15 x2; currin = (1 - exp(-1/(2 x2))) (2300 x1^3 + 1900 x1^2 + 2092 x1 + 60)
/ (100 x1^3 + 500 x1^2 + 4 x1 + 20), with the first factor 1 at x2 = 0.
"""

import record  # first: pins the threads

import numpy as np
import torch
from botorch.acquisition.multi_objective import qLogExpectedHypervolumeImprovement
from botorch.fit import fit_gpytorch_mll
from botorch.models import ModelListGP
from botorch.optim import optimize_acqf
from botorch.sampling import SobolQMCNormalSampler
from botorch.test_functions.multi_objective import BraninCurrin
from botorch.utils.multi_objective import Hypervolume, is_non_dominated
from botorch.utils.multi_objective.box_decompositions import FastNondominatedPartitioning
from gpytorch.mlls import SumMarginalLogLikelihood
from scipy.stats import qmc

import single_objective
from single_objective import RAW_DRAWS, RESTARTS

STARTS, TOTAL, MONTE_CARLO_DRAWS = 6, 36, 128
REFERENCE = torch.tensor([-18.0, -6.0])


def fitted(x, y):
    """Independent default surrogates of the two objectives."""
    single = [single_objective.SingleTaskGP(x, y[:, i : i + 1]) for i in range(y.shape[1])]
    model = ModelListGP(*single)
    fit_gpytorch_mll(SumMarginalLogLikelihood(model.likelihood, model))
    return model


def proposed(model, y):
    """The point of the unit square with the largest qLogEHVI, as 1 x 2."""
    improvement = qLogExpectedHypervolumeImprovement(
        model,
        ref_point=REFERENCE,
        partitioning=FastNondominatedPartitioning(ref_point=REFERENCE, Y=y),
        sampler=SobolQMCNormalSampler(torch.Size([MONTE_CARLO_DRAWS])),
    )
    square = torch.stack([torch.zeros(2), torch.ones(2)])
    point, _ = optimize_acqf(
        improvement,
        bounds=square,
        q=1,
        num_restarts=RESTARTS,
        raw_samples=RAW_DRAWS,
        options={"maxiter": 200},
    )
    return point


def hypervolumes(y):
    """Exact hypervolume of the front after every evaluation."""
    volume = Hypervolume(ref_point=REFERENCE)
    fronts = (y[:k][is_non_dominated(y[:k])] for k in range(1, len(y) + 1))
    return [volume.compute(front) for front in fronts]


def campaign(seed):
    """One sequential run from scrambled-Sobol starts: hypervolume after every evaluation."""
    problem = BraninCurrin(negate=True)
    start = qmc.Sobol(d=2, scramble=True, rng=seed).random(STARTS)
    torch.manual_seed(seed)
    x = torch.tensor(start)
    watch = record.Stopwatch()
    while len(x) < TOTAL:
        y = problem(x)
        model = watch.measure("fit", lambda: fitted(x, y))
        x = torch.cat([x, watch.measure("propose", lambda: proposed(model, y))])
    y = problem(x)
    return {
        "start": {"X_unit": start, "y": y[:STARTS].numpy()},
        "hypervolume": hypervolumes(y),
        "seconds": watch.totals(),
    }


def main():
    options = record.parser(__doc__, ["branin_currin"]).parse_args()
    header = {
        "protocol": f"Branin-Currin without noise: {STARTS} starts, then one point at a time; maximise the negated pair",
        "peer": {
            "library": "BoTorch",
            "surrogate": "ModelListGP of two SingleTaskGP with defaults",
            "acquisition_function": f"qLogExpectedHypervolumeImprovement, {MONTE_CARLO_DRAWS} scrambled-Sobol draws",
            "optimiser": f"optimize_acqf, {RESTARTS} restarts, {RAW_DRAWS} raw draws, 200 iterations",
        },
        "problem": {"dim": 2, "ref_point": REFERENCE.tolist(), "n_start": STARTS, "n_total": TOTAL, "largest_hypervolume": 59.3601},
        "starts": "runs.<seed>.start, at full precision",
    }
    record.run_seeds(
        options.results / "branin_currin.json",
        header,
        range(*options.seeds),
        campaign,
        lambda runs: {"hypervolume": record.quartiles([run["hypervolume"] for run in runs.values()])},
    )


if __name__ == "__main__":
    main()
