/**
 * Campaigns: a goal pursued over a pool of sites, decision by decision.
 *
 * <p>Read {@link dev.cantilever.tools.campaign.CampaignState} first. The state is folded from the
 * journal; {@link dev.cantilever.tools.campaign.Decider} is a pure function of it; {@link
 * dev.cantilever.tools.campaign.CampaignRunner} does what it says and writes down what came of it.
 * A crash at any moment loses nothing that is not in the journal or in the instrument's own ledger.
 */
package dev.cantilever.tools.campaign;
