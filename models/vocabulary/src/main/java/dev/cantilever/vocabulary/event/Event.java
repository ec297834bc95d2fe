package dev.cantilever.vocabulary.event;

/** One fact of a run. */
public sealed interface Event
    permits RunEvent,
        StepEvent,
        CallEvent,
        CampaignEvent,
        SearchEvent,
        ChatEvent,
        ApprovalEvent,
        DeskEvent {}
