package dev.cantilever.tools.toolbox;

import dev.cantilever.tools.acquisition.EvaluateAcquisition;
import dev.cantilever.tools.acquisition.ProposeBatch;
import dev.cantilever.tools.campaign.CampaignStatus;
import dev.cantilever.tools.campaign.ExplainCampaign;
import dev.cantilever.tools.campaign.ListRuns;
import dev.cantilever.tools.campaign.PauseRun;
import dev.cantilever.tools.campaign.StartCampaign;
import dev.cantilever.tools.campaign.SteerCampaign;
import dev.cantilever.tools.campaign.StopCampaign;
import dev.cantilever.tools.data.DescribeData;
import dev.cantilever.tools.data.ExportData;
import dev.cantilever.tools.data.ListData;
import dev.cantilever.tools.hypothesis.CompareHypotheses;
import dev.cantilever.tools.image.Difference;
import dev.cantilever.tools.image.Friction;
import dev.cantilever.tools.image.Roughness;
import dev.cantilever.tools.instrument.AcquireLoop;
import dev.cantilever.tools.instrument.DescribeInstrument;
import dev.cantilever.tools.instrument.EvaluateCondition;
import dev.cantilever.tools.instrument.ListInstruments;
import dev.cantilever.tools.instrument.MoveProbe;
import dev.cantilever.tools.instrument.ReadState;
import dev.cantilever.tools.instrument.VerbTool;
import dev.cantilever.tools.library.GotoComposition;
import dev.cantilever.tools.library.ListSites;
import dev.cantilever.tools.pareto.ParetoFront;
import dev.cantilever.tools.plan.CheckPlan;
import dev.cantilever.tools.reward.DefineReward;
import dev.cantilever.tools.reward.EvaluateReward;
import dev.cantilever.tools.search.ExplainSearch;
import dev.cantilever.tools.search.SearchStatus;
import dev.cantilever.tools.search.StartSearch;
import dev.cantilever.tools.space.ProposeCondition;
import dev.cantilever.tools.surrogate.ExplainSurrogate;
import dev.cantilever.tools.surrogate.FitSurrogate;
import dev.cantilever.tools.surrogate.PredictWithSurrogate;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.tools.tool.Tool;
import java.util.ArrayList;
import java.util.List;

/** The tools that ship with the product. A new one is a class and a line here. */
public final class Toolbox {

  private Toolbox() {}

  public static Catalogue standard() {
    return standardWith(List.of());
  }

  /** The same and some more, all of which plans may name. */
  public static Catalogue standardWith(List<Tool<?, ?>> more) {
    List<Tool<?, ?>> tools = new ArrayList<>(VerbTool.all());
    tools.addAll(more);
    tools.addAll(
        List.of(
            new ListInstruments(),
            new DescribeInstrument(),
            new ReadState(),
            new MoveProbe(),
            new AcquireLoop(),
            new EvaluateCondition(),
            new ListSites(),
            new GotoComposition(),
            new ListData(),
            new DescribeData(),
            new ExportData(),
            new Roughness(),
            new Difference(),
            new Friction(),
            new DefineReward(),
            new EvaluateReward(),
            new FitSurrogate(),
            new PredictWithSurrogate(),
            new ExplainSurrogate(),
            new CompareHypotheses(),
            new ParetoFront(),
            new EvaluateAcquisition(),
            new ProposeBatch(),
            new ProposeCondition(),
            new StartCampaign(),
            new StartSearch(),
            new SearchStatus(),
            new ExplainSearch(),
            new CampaignStatus(),
            new ListRuns(),
            new SteerCampaign(),
            new PauseRun(),
            new ExplainCampaign(),
            new StopCampaign()));
    return Catalogue.of(tools).with(CheckPlan::new);
  }
}
