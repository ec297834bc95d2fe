"""A furnace as a Tango device, served by PyTango without a database at the port that is given."""
import sys

from tango.server import Device, attribute, command, run


class Furnace(Device):
    def init_device(self):
        super().init_device()
        self.kelvins = 300.0
        self.current = 0.0
        self.puts = 0
        self.count = 0

    @attribute(dtype="DevShort")
    def steps(self):
        return self.count

    @steps.write
    def steps(self, value):
        self.count = value

    @attribute(dtype=float, unit="K", min_value=0, max_value=1300)
    def setpoint(self):
        return self.kelvins

    @setpoint.write
    def setpoint(self, value):
        self.puts += 1
        self.kelvins = value

    @attribute(dtype=float, unit="A")
    def current_readback(self):
        return self.current

    @attribute(dtype=int)
    def writes(self):
        return self.puts

    @attribute(dtype=str)
    def serial(self):
        return sys.argv[3] if len(sys.argv) > 3 else "F-17"

    @command(dtype_in=float)
    def Drive(self, value):
        self.current = value

    @command
    def Abort(self):
        self.current = 0.0


if __name__ == "__main__":
    port, published = sys.argv[1:3]
    run(
        (Furnace,),
        args=[
            "furnace", "lab", "-nodb", "-dlist", "lab/furnace/1",
            "-ORBendPoint", "giop:tcp:127.0.0.1:" + port,
            "-ORBendPointPublish", "giop:tcp:127.0.0.1:" + published,
        ],
    )
