import { MinCostFlow } from './min-cost-flow.js';

/** Requests for single appointments, and the appointments that experts offer: all of one length, none overlapping another of its expert. */
export interface CoachingBatch {
  /** For each request the appointments that would do, with what they cost the learner (0: the wish itself). */
  requests: { options: { appointment: number; cost: number }[]; unservedCost: number }[];
  /** For each appointment its expert. */
  appointments: { expert: number }[];
  experts: number;
  /** Cost times the square of the appointments that each expert gets. */
  fairness: number;
}

export interface CoachingPlan {
  /** Appointment of each request, -1 when none is left for it. */
  appointment: number[];
  served: number;
  cost: number;
  /** No plan of this batch costs less than this; equal to `cost`, because the flow is exact. */
  bound: number;
}

/** The cheapest plan, fairness included: convex costs become parallel edges of rising cost, so the flow stays exact. */
export function assignCoaching(batch: CoachingBatch): CoachingPlan {
  const { requests, appointments, experts, fairness } = batch;
  const [firstAppointment, firstExpert] = [requests.length, requests.length + appointments.length];
  const sink = firstExpert + experts;
  const flow = new MinCostFlow(sink + 1, sink);
  const chosen = requests.map((request, r) => request.options.map((option) => flow.edge(r, firstAppointment + option.appointment, 1, option.cost)));
  requests.forEach((request, r) => flow.edge(r, sink, 1, request.unservedCost));
  const offered = new Int32Array(experts);
  appointments.forEach(({ expert }, s) => {
    flow.edge(firstAppointment + s, firstExpert + expert, 1, 0);
    flow.edge(firstExpert + expert, sink, 1, fairness * (2 * offered[expert]!++ + 1));
  });
  flow.seal();
  const cost = requests.reduce((sum, _, r) => sum + (flow.send(r) ?? 0), 0);
  const appointment = requests.map((request, r) => request.options[chosen[r]!.findIndex((e) => flow.flow(e) > 0)]?.appointment ?? -1);
  return { appointment, served: appointment.filter((s) => s >= 0).length, cost, bound: cost };
}
