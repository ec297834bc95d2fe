"""Speaks to a controller with the vendor's client; each line is what one question was answered."""
import contextlib
import io
import socket
import sys

from nanonis_spm import Nanonis

connection = socket.create_connection(("127.0.0.1", int(sys.argv[1])), 30)
controller = Nanonis(connection)


def say(name, *arguments):
    with contextlib.redirect_stdout(io.StringIO()):  # the client prints errors itself
        error, _, values = getattr(controller, name)(*arguments)
    if error:
        print(name, "refused", error)
    elif name == "Scan_FrameDataGrab":
        print(name, values[1], *values[4].ravel().tolist())
    else:
        print(name, *values)


say("Bias_Set", 0.75)
say("Bias_Get")
say("Bias_Set", 11.0)
say("Bias_Get")
say("Scan_FrameSet", 1e-6, 2e-6, 5e-7, 2.5e-7, 10.0)
say("Scan_BufferSet", [14], 16, 8)
say("Scan_FrameGet")
say("Scan_BufferGet")
say("FolMe_XYPosSet", 1e-6, -2e-6, 1)
say("FolMe_XYPosGet", 1)
say("AutoApproach_OnOffSet", 1)
say("Scan_Action", 0, 1)
say("Scan_WaitEndOfScan", 10000)
say("Scan_FrameDataGrab", 14, 1)
say("ZCtrl_Withdraw", 1, 1000)
say("ZCtrl_OnOffGet")
say("Bias_RangeSet", 0)
