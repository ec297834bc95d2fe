"""Seconds of the peer's building blocks on this machine, one thread; prints JSON, under five minutes.

Run: python timing.py [--repeats 5] [--out results/timing.json]

Every case states its data by formula, so that another program can time the same work:
x_ij = frac(i sqrt(p_j)), i = 1..n, p = 2, 3, 5, 7, 11, 13 and
y_i = sum_j cos(4 x_ij - j)/j + 0.05 cos(997 i), j = 1..d.
"""

import record  # first: pins the threads

import argparse
import datetime
import itertools
import json
import pathlib
import sys
import time

import numpy as np
import torch
from botorch.acquisition.multi_objective import ExpectedHypervolumeImprovement
from botorch.fit import fit_gpytorch_mll
from botorch.models import SingleTaskGP
from botorch.models.deterministic import GenericDeterministicModel
from botorch.posteriors import GPyTorchPosterior
from botorch.utils.multi_objective.box_decompositions import FastNondominatedPartitioning
from gpytorch.distributions import MultivariateNormal, MultitaskMultivariateNormal
from gpytorch.mlls import ExactMarginalLogLikelihood
from linear_operator.operators import DiagLinearOperator
from scipy.linalg import lapack, solve_triangular
from scipy.special import ndtr

from single_objective import RAW_DRAWS, RESTARTS, fitted, proposed

PRIMES = np.array([2, 3, 5, 7, 11, 13])


def inputs(n, d, first=1):
    """n points of the unit cube, by the formula above, from index first on."""
    return np.outer(np.arange(first, first + n), np.sqrt(PRIMES[:d])) % 1.0


def outputs(x):
    """Smooth values with a small ripple, by the formula above."""
    j = np.arange(1, x.shape[1] + 1)
    return (np.cos(4 * x - j) / j).sum(axis=1) + 0.05 * np.cos(997 * np.arange(1, len(x) + 1))


def data(n, d):
    x = inputs(n, d)
    return torch.tensor(x), torch.tensor(outputs(x))


def timed(work, repeats):
    """Seconds of the work, after one call that warms up."""
    work()
    wall, cpu = [], []
    for _ in range(repeats):
        started, spent = time.perf_counter(), time.process_time()
        work()
        wall.append(time.perf_counter() - started)
        cpu.append(time.process_time() - spent)
    return {"wall": record.spread(wall), "cpu": record.spread(cpu)}


def warm_step(n, d):
    """MAP fit of n points from the optimum for n - 1 points, then one LogEI proposal."""
    x, y = data(n, d)
    before = fitted(x[:-1], y[:-1])

    def fit():
        model = SingleTaskGP(x, y.unsqueeze(-1))
        with torch.no_grad():
            for mine, earlier in zip(model.parameters(), before.parameters()):
                mine.copy_(earlier)
        fit_gpytorch_mll(ExactMarginalLogLikelihood(model.likelihood, model))
        return model

    def propose(model=fit()):
        torch.manual_seed(0)
        return proposed(model, y)

    return {"fit": fit, "propose": propose, "step": lambda: propose(fit())}


def cold_fit(n, d, starts):
    """MAP fit from the default start and from draws of the priors; the best of all is kept."""
    x, y = data(n, d)

    def fit():
        torch.manual_seed(0)
        model = SingleTaskGP(x, y.unsqueeze(-1))
        likelihood = ExactMarginalLogLikelihood(model.likelihood, model)
        fit_gpytorch_mll(likelihood, max_attempts=starts, pick_best_of_all_attempts=True)

    return fit


def posterior(n, d, count, chunk):
    """Mean and variance of the surrogate at count points, chunk points at a time."""
    model = fitted(*data(n, d))
    where = torch.tensor(inputs(count, d, first=n + 1)).split(chunk)

    def predict():
        model.train()
        model.eval()  # drops the caches, so that the factorisation counts too
        with torch.no_grad():
            for part in where:
                at = model.posterior(part)
                at.mean, at.variance

    return predict


def squared_distances(a, b):
    return np.maximum((a**2).sum(1)[:, None] + (b**2).sum(1) - 2 * a @ b.T, 0.0)


def posterior_lapack(n, d, count, chunk):
    """The same by NumPy and LAPACK: RBF, lengthscale 0.5, unit output scale, noise variance 1e-3."""
    x = inputs(n, d) / 0.5
    y = outputs(inputs(n, d))
    where = np.split(inputs(count, d, first=n + 1) / 0.5, count // chunk)

    def predict():
        covariance = np.exp(-0.5 * squared_distances(x, x)) + 1e-3 * np.eye(n)
        factor, _ = lapack.dpotrf(covariance, lower=1)
        weights, _ = lapack.dpotrs(factor, y, lower=1)
        for part in where:
            cross = np.exp(-0.5 * squared_distances(x, part))
            mean = weights @ cross
            half = solve_triangular(factor, cross, lower=True, overwrite_b=True, check_finite=False)
            variance = 1.0 - np.einsum("ij,ij->j", half, half)

    return predict


def marginal_likelihood(n, d):
    """Log marginal likelihood and its d + 2 derivatives by LAPACK: RBF with one lengthscale per input."""
    x = inputs(n, d)
    y = outputs(x)
    y = (y - y.mean()) / y.std(ddof=1)
    lengthscales, scale, noise = np.full(d, 0.5), 1.0, 1e-2

    def evaluate():
        z = x / lengthscales
        kernel = scale * np.exp(-0.5 * squared_distances(z, z))
        factor, _ = lapack.dpotrf(kernel + noise * np.eye(n), lower=1)
        a, _ = lapack.dpotrs(factor, y, lower=1)
        value = -0.5 * y @ a - np.log(factor.diagonal()).sum() - 0.5 * n * np.log(2 * np.pi)
        inverse, _ = lapack.dpotri(factor, lower=1)
        inverse = np.tril(inverse) + np.tril(inverse, -1).T
        outer = np.outer(a, a) - inverse
        shared = outer * kernel
        by_lengthscale = (z**2 * shared.sum(1)[:, None]).sum(0) - np.einsum("ij,ij->j", z, shared @ z)
        return value, by_lengthscale, 0.5 * shared.sum(), 0.5 * noise * np.trace(outer)

    return evaluate


def front(size, m):
    """A front of the given size on the positive part of the unit sphere, m objectives."""
    directions = 0.05 + inputs(size, m)
    return directions / np.linalg.norm(directions, axis=1, keepdims=True)


def candidates(count, m):
    """Means and standard deviations of count candidates, independent objectives."""
    return inputs(count, m, first=100), 0.05 + 0.3 * inputs(count, m, first=5000)


class Stated(GenericDeterministicModel):
    """A surrogate whose posterior is stated instead of computed: only the acquisition function costs time."""

    def __init__(self, mean, deviation):
        super().__init__(f=lambda x: x, num_outputs=mean.shape[-1])
        spread = torch.tensor(deviation**2)
        self.stated = GPyTorchPosterior(
            MultitaskMultivariateNormal.from_independent_mvns(
                [
                    MultivariateNormal(torch.tensor(mean[:, i : i + 1]), DiagLinearOperator(spread[:, i : i + 1]))
                    for i in range(mean.shape[1])
                ]
            )
        )

    def posterior(self, *args, **kwargs):
        return self.stated


def hypervolume_improvement(size, m, count):
    """Exact EHVI by BoTorch of count candidates against a front, partitioning included."""
    known = torch.tensor(front(size, m))
    model, where = Stated(*candidates(count, m)), torch.zeros(count, 1, 1)
    corner = torch.zeros(m)

    def evaluate():
        boxes = FastNondominatedPartitioning(ref_point=corner, Y=known)
        with torch.no_grad():
            return ExpectedHypervolumeImprovement(model, corner.tolist(), boxes)(where)

    return evaluate


def hypervolume_improvement_numpy(size, count):
    """Exact EHVI for two objectives by the strip formula, NumPy, vectorised over candidates."""
    known, (mean, deviation) = front(size, 2), candidates(count, 2)

    def gain(k, levels):
        u = (mean[:, k : k + 1] - levels) / deviation[:, k : k + 1]
        density = np.exp(-0.5 * u**2) / np.sqrt(2 * np.pi)
        return deviation[:, k : k + 1] * (density + u * ndtr(u))

    def evaluate():
        ordered = known[np.argsort(known[:, 0])]
        left = np.concatenate([[0.0], ordered[:, 0]])
        floor = np.concatenate([ordered[:, 1], [0.0]])
        widths = -np.diff(gain(0, left), append=0.0, axis=1)
        return (widths * gain(1, floor)).sum(axis=1)

    return evaluate


def cases():
    """Name, parameters and work of every case, set up one at a time."""
    for n, d in itertools.product((50, 200, 500), (2, 6)):
        for part, work in warm_step(n, d).items():
            yield f"warm {part}", {"n": n, "d": d}, work
    for d in (2, 6):
        yield "cold fit, 5 starts", {"n": 200, "d": d}, cold_fit(200, d, 5)
    for library, work, chunk in (("BoTorch", posterior, 250), ("LAPACK", posterior_lapack, 10_000)):
        size = {"n": 400, "d": 2, "points": 100_000, "chunk": chunk}
        yield f"posterior mean and variance, {library}", size, work(400, 2, 100_000, chunk)
    yield "log marginal likelihood and gradient, LAPACK", {"n": 1000, "d": 5}, marginal_likelihood(1000, 5)
    for m, size, counts in ((2, 20, (1, 1000)), (2, 50, (10_000,)), (3, 20, (1, 1000)), (3, 50, (1, 1000))):
        for count in counts:
            parameters = {"objectives": m, "front": size, "candidates": count}
            yield "exact EHVI, BoTorch", parameters, hypervolume_improvement(size, m, count)
            if m == 2:
                yield "exact EHVI, NumPy", parameters, hypervolume_improvement_numpy(size, count)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--out", type=pathlib.Path, help="also write the JSON here")
    options = parser.parse_args()
    measured = []
    for name, parameters, work in cases():
        seconds = timed(work, options.repeats)
        measured.append({"case": name} | parameters | {"seconds": seconds})
        print(f"{name} {parameters}: {seconds['wall']['median']:.4g} s", file=sys.stderr, flush=True)
    head = {
        "protocol": "median seconds after one warm-up call, one thread, data by formula (see timing.py)",
        "proposal": f"LogEI by optimize_acqf, {RESTARTS} restarts, {RAW_DRAWS} raw draws",
        "versions": record.versions(),
        "machine": record.machine(),
        "date": datetime.date.today().isoformat(),
    }
    lines = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    body = ",\n".join(f"  {json.dumps(record.rounded(case))}" for case in measured)
    text = "{\n" + ",\n".join(lines) + ',\n "cases": [\n' + body + "\n ]\n}\n"
    if options.out:
        options.out.write_text(text)
    print(text, end="")


if __name__ == "__main__":
    main()
