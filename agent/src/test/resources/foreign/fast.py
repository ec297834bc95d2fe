"""A server by the official Python package."""

from typing import Optional

try:
    from mcp.server.fastmcp import FastMCP as Server
except ImportError:
    from mcp.server.mcpserver import MCPServer as Server

from pydantic import BaseModel

server = Server("crystals")


class Cell(BaseModel):
    formula: str
    volume: float


@server.tool()
def cell(formula: str, scale: float = 1.0, note: Optional[str] = None) -> Cell:
    """Unit cell of a compound."""
    return Cell(formula=formula, volume=62.5 * scale)


@server.tool()
def known(first: list[str]) -> list[str]:
    """Which of these are known."""
    return [one for one in first if one == "PbTiO3"]


@server.tool()
def breaks() -> str:
    """Raises."""
    raise ValueError("secret path /root/secret")


server.run()
