import type { GroupLanes, Lanes } from './group-lanes.ts';
import type { LanesPool } from './lanes-pool.ts';
import type { ChainNode } from './sample-plan.ts';
import { putInTurn, putNoMonth, rowsOf, segmentResponses, type Channel } from './segment-response.ts';

/** What each month weighs in a group, and the responses of its bands under that weight, by qualification and band. */
export type WeightedGroup = {
  readonly weight: Lanes;
  readonly responses: readonly (readonly ((months: number) => Lanes)[])[];
};

export function weightedGroup(
  { hazards }: GroupLanes,
  channel: Channel,
  weight: Lanes,
  pool: LanesPool,
): WeightedGroup {
  const responses = hazards.map((row) => row.map((band) => segmentResponses(channel, band, weight, pool)));
  return { weight, responses };
}

/**
 * A role chain at its samples: the response from its start to each, which says where it is and what was gained until
 * then. Sample × rows of the channel × points; all is weighted by what each month weighs.
 */
export function chainLanes(
  chain: ChainNode,
  { weight, responses }: WeightedGroup,
  channel: Channel,
  pool: LanesPool,
): Lanes {
  const [rows, points] = [rowsOf(channel), weight.length];
  const sampled = pool.take(chain.samples.length * rows);
  const between = pool.take(rows);
  putNoMonth(sampled, rows, points);
  let [from, at] = [sampled, 0];
  for (const { months, band, place } of chain.segments) {
    const response = responses[chain.held - 1]?.[band]?.(months);
    if (response === undefined) throw new RangeError('a chain has a band');
    const [into, to] = place < 0 ? [between, 0] : [sampled, place * rows * points];
    putInTurn(from, at, response, into, to, rows, points);
    [from, at] = [into, to];
  }
  return sampled;
}
