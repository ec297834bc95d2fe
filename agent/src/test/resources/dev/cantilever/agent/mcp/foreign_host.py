"""A host in Python, with the official SDK: what it saw, as one JSON object.

The arguments are the command line of the server."""

import asyncio
import importlib.metadata
import json
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.types import ElicitResult, Implementation, PaginatedRequestParams

PLAN = {
    "goal": "Home the stage and look",
    "steps": [
        {"kind": "call", "tool": "stage.home", "arguments": {"instrument": "library"}},
        {"kind": "call", "tool": "instrument.state", "arguments": {"instrument": "library"}},
    ],
}


async def host(command):
    seen = {"progress": [], "questions": []}

    async def person(context, question):
        seen["questions"].append(question.message)
        return ElicitResult(action="accept", content={"approve": True})

    async def told(progress, total, message):
        seen["progress"].append([progress, total, message])

    server = StdioServerParameters(command=command[0], args=command[1:])
    async with stdio_client(server) as (read, write):
        async with ClientSession(
            read,
            write,
            elicitation_callback=person,
            client_info=Implementation(name="python", version="1"),
        ) as session:
            await session.initialize()
            seen["tools"], cursor = [], None
            while True:
                page = await session.list_tools(params=PaginatedRequestParams(cursor=cursor))
                seen["tools"] += [tool.name for tool in page.tools]
                cursor = page.next_cursor
                if cursor is None:
                    break
            limits = await session.read_resource("limits://current")
            seen["limits"] = json.loads(limits.contents[0].text)
            front = await session.call_tool(
                "pareto.front",
                {"outcomes": [[4, 1], [3, 3], [2, 2]], "directions": ["maximise", "maximise"]},
            )
            seen["front"] = front.structured_content["members"]
            asked = await session.call_tool("plan.request", PLAN)
            seen["ticket"] = asked.structured_content["ticket"]
            ran = await session.call_tool(
                "plan.run", {"ticket": seen["ticket"]}, progress_callback=told
            )
            seen["ran"] = ran.structured_content
            again = await session.call_tool("plan.run", {"ticket": seen["ticket"]})
            seen["again"] = again.structured_content["error"]["code"]
            page = await session.read_resource("run://run-0001")
            seen["run"] = json.loads(page.contents[0].text)
    return seen


if sys.argv[1:] == ["--versions"]:
    print("mcp", importlib.metadata.version("mcp"))
else:
    print(json.dumps(asyncio.run(host(sys.argv[1:]))))
