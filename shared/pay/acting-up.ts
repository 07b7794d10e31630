import type { PlainDate } from '../calendar/plain-date.ts';
import type { ParameterSet } from '../parameters/types.ts';
import type { Band } from './bands.ts';
import type { RateLine } from './cover-rate.ts';
import { hourlyOf, type CostBasis } from './employer-cost.ts';
import { plainTerms, supplementHourOn, unsocialDifferenceOn, type HourTerms } from './hour-terms.ts';
import { onCostLines } from './on-cost-lines.ts';
import { payPointOf, stepAfter, topOfBand, type PayPoint } from './pay-point.ts';
import { bands } from './bands.ts';
import { salaryOn, type DatedAmount } from './salary.ts';
import { weeklyHoursOn } from './weekly-hours.ts';

function lowestOf(band: Band): PayPoint {
  return payPointOf(`XR${String(bands.indexOf(band) + 2).padStart(2, '0')}`, '1');
}

/** Basic pay of an hour at a pay point. */
type PointHour = DatedAmount & { readonly point: PayPoint };

function hourOf(point: PayPoint, date: PlainDate, set: ParameterSet): PointHour {
  const salary = salaryOn(point, date, set);
  const hours = weeklyHoursOn(point, date, set);
  return { ...salary, point, pence: hourlyOf(salary.pence, hours.x100), uses: [...salary.uses, hours.use] };
}

/** The lowest step of the higher band that pays more than the top of the lower one; the top where none does. */
function actingStep(higher: Band, below: number, date: PlainDate, set: ParameterSet): PointHour {
  let point: PayPoint | null = lowestOf(higher);
  let hour = hourOf(point, date, set);
  while (hour.pence <= below) {
    point = stepAfter(point);
    if (point === null) break;
    hour = hourOf(point, date, set);
  }
  return hour;
}

type Link = { readonly higher: Band; readonly own: Band };

/** What acting up adds to the supplement and to unsocial hours, each not below nothing; nothing on plain terms. */
function aboveLines(
  { higher, own }: Link,
  [acting, top]: readonly [PointHour, PointHour],
  terms: HourTerms,
  { date, set }: { date: PlainDate; set: ParameterSet },
): RateLine[] {
  const [more, less] = [acting, top].map(({ point }) => supplementHourOn(point, terms, date, set)[0]);
  const unsocial = unsocialDifferenceOn(
    { band: higher, basicPence: acting.pence },
    { band: own, basicPence: top.pence },
    terms,
    { date, set },
  );
  const link = `Band ${own} acting as Band ${higher}:`;
  return [
    ...(more === undefined || less === undefined
      ? []
      : [
          {
            label: `${link} the difference in ${more.label.replace(/^High/, 'high')}`,
            pence: Math.max(0, more.pence - less.pence),
            uses: [...more.uses, ...less.uses],
          },
        ]),
    ...(unsocial === null ? [] : [{ label: `${link} the difference in unsocial hours`, ...unsocial }]),
  ];
}

/**
 * What an hour of acting up costs through its chain, highest band first: at each link the difference between the step
 * acted at and the top of the own band, in basic pay and in what the terms add to it, and employer costs on all
 * differences. The hours of the lowest band stay open:
 * they are what another rung, or nobody, has to fill.
 *
 * @throws ModelError 'parameter-missing' naming the value and the day.
 */
export function actingUpLines(
  chain: readonly Band[],
  date: PlainDate,
  basis: CostBasis,
  set: ParameterSet,
  terms: HourTerms = plainTerms,
): RateLine[] {
  const links = chain.slice(1).flatMap((own, at): RateLine[] => {
    const higher = chain[at] ?? own;
    const top = hourOf(topOfBand(own), date, set);
    const acting = actingStep(higher, top.pence, date, set);
    const basic = {
      label: `Band ${own} acting as Band ${higher}: the difference`,
      pence: Math.max(0, acting.pence - top.pence),
      uses: [...acting.uses, ...top.uses],
    };
    return [basic, ...aboveLines({ higher, own }, [acting, top], terms, { date, set })];
  });
  const pay = links.reduce((sum, { pence }) => sum + pence, 0);
  return [...links, ...onCostLines(pay, { pensionable: true }, date, basis, set)];
}
