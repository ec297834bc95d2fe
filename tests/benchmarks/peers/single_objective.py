"""One step of the peer for one objective: BoTorch's default surrogate and LogEI."""

import torch
from botorch.acquisition import LogExpectedImprovement
from botorch.fit import fit_gpytorch_mll
from botorch.models import SingleTaskGP
from botorch.optim import optimize_acqf, optimize_acqf_discrete
from gpytorch.mlls import ExactMarginalLogLikelihood

torch.set_num_threads(1)
torch.set_default_dtype(torch.double)

RESTARTS = 10
RAW_DRAWS = 512
PEER = {
    "library": "BoTorch",
    "surrogate": "SingleTaskGP, defaults: RBF with one lengthscale per input, dimension-scaled "
    "log-normal priors, MAP by L-BFGS-B from the default start at every step, outputs standardised",
    "acquisition_function": "LogExpectedImprovement, incumbent = best observed value",
}


KNOWN_NOISE = {"noise": "known: variance 1e-6 of that of the outputs, a second peer for functions without noise"}


def fitted(x, y, noise_known=False):
    """The default surrogate of n x d inputs in the unit cube and n outputs, fitted by MAP.

    Its noise is inferred, as by default, or said to be next to nothing.
    """
    y = y.unsqueeze(-1)
    model = SingleTaskGP(x, y, 1e-6 * y.var().expand_as(y) if noise_known else None)
    fit_gpytorch_mll(ExactMarginalLogLikelihood(model.likelihood, model))
    return model


def proposed(model, y):
    """The point of the unit cube with the largest LogEI, as 1 x d."""
    d = model.train_inputs[0].shape[-1]
    cube = torch.stack([torch.zeros(d), torch.ones(d)])
    improvement = LogExpectedImprovement(model, best_f=y.max())
    point, _ = optimize_acqf(improvement, bounds=cube, q=1, num_restarts=RESTARTS, raw_samples=RAW_DRAWS)
    return point


def chosen(model, y, candidates):
    """The candidate with the largest LogEI, as 1 x d."""
    improvement = LogExpectedImprovement(model, best_f=y.max())
    point, _ = optimize_acqf_discrete(improvement, q=1, choices=candidates)
    return point
