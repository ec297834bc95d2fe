"""Opens an NSID and NeXus file with pyNSID and with HyperSpy and prints what each has read, as one line of JSON."""

import json
import sys
import warnings

warnings.filterwarnings("ignore")
if len(sys.argv) > 1 and sys.argv[1] == "--versions":
    from importlib.metadata import version

    print("pyNSID " + version("pyNSID") + ", HyperSpy " + version("hyperspy"))
    sys.exit(0)

import h5py
import hyperspy.api as hs
import numpy as np
from pyNSID.io import hdf_utils


def values(array):
    return [float(v) for v in np.asarray(array, dtype=float).ravel()]


def nsid(path):
    with h5py.File(path, "r") as file:
        read = []
        for main in hdf_utils.get_all_main(file):
            data = hdf_utils.read_h5py_dataset(main)
            axes = data._axes.values()
            read.append(
                {
                    "name": str(data.title),
                    "quantity": str(data.quantity),
                    "unit": str(data.units),
                    "kind": data.data_type.name,
                    "shape": list(data.shape),
                    "axes": [[str(a.name), str(a.units), a.dimension_type.name] + values(a.values) for a in axes],
                    "values": values(data),
                }
            )
        return read


def hyperspy(path):
    signals = hs.load(path, reader="NeXus", nxdata_only=True)
    signals = signals if isinstance(signals, list) else [signals]
    return [
        {
            "kind": type(signal).__name__,
            "shape": list(signal.data.shape),
            "axes": [[str(a.name), str(a.units)] + values(a.axis) for a in signal.axes_manager._axes],
            "values": values(signal.data),
        }
        for signal in signals
    ]


print(json.dumps({"nsid": nsid(sys.argv[1]), "hyperspy": hyperspy(sys.argv[1])}))
