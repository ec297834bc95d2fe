"""A furnace of process variables, served by p4p on the port that is given."""
import sys
import time

from p4p.nt import NTScalar
from p4p.server import Server
from p4p.server.thread import SharedPV


def variable(value, follower=None, most=None):
    pv = SharedPV(nt=NTScalar("d"), initial=value)

    @pv.put
    def put(pv, op):
        wanted = float(op.value())
        if most is not None and wanted > most:
            op.done(error="beyond the furnace")
            return
        pv.post(wanted)
        if follower is not None:
            follower.post(wanted)
        op.done()

    return pv


readback = variable(300.0)
provider = {
    "FURN:ID": variable(17.0),
    "FURN:TEMP": variable(298.5),
    "FURN:SP_RBV": readback,
    "FURN:SP": variable(300.0, readback, 1300.0),
    "FURN:DEAF": variable(0.0),
    "FURN:ENABLE": variable(1.0),
}
conf = {
    "EPICS_PVAS_SERVER_PORT": sys.argv[1],
    "EPICS_PVAS_INTF_ADDR_LIST": "127.0.0.1",
    "EPICS_PVAS_BROADCAST_PORT": sys.argv[2],
    "EPICS_PVAS_AUTO_BEACON_ADDR_LIST": "NO",
}
with Server(providers=[provider], conf=conf, useenv=False):
    while True:
        time.sleep(3600)
