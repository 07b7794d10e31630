import type { Measure } from '../statement.ts';
import type { TypedMetric } from '../metrics.ts';
import { countTable, notKnown, type FigureBody } from '../figure.ts';
import { alone, dayOf, shownCount, whole } from '../words.ts';
import { step } from '../working.ts';

/** The unit of a typed value, and its sentence. */
const forms: Readonly<Record<TypedMetric, (value: string) => readonly [string, string]>> = {
  'participants-offered': (value) => [
    value,
    `${value} people were offered the chance to take part in research`,
  ],
  'participants-recruited': (value) => [
    value,
    `${value} participants were recruited to studies at the trust`,
  ],
  'set-up-days': (value) => [`${value} days`, `Setting up a study took ${value} days (median)`],
  'time-and-target': (value) => [`${value}%`, `${value}% of closed studies recruited to time and target`],
  'patient-experience': (value) => [
    `${value}%`,
    `${value}% of those who answered the participant survey would take part in research again`,
  ],
  'serious-breaches': (value) => [
    value,
    value === '0' ? 'No serious breach was reported' : `Serious breaches reported: ${value}`,
  ],
};

/** Counts of people: few of them are hidden as everywhere. */
const ofPeople: readonly TypedMetric[] = ['participants-offered', 'participants-recruited'];

function valueText(metric: TypedMetric, value: number): string {
  return ofPeople.includes(metric) ? shownCount(alone(value)) : whole(value);
}

/** The latest entry of a typed metric, with its source and label; those before it stand in the table. */
export function typedFigure(metric: TypedMetric, measures: readonly Measure[], missing: string): FigureBody {
  const own = measures
    .filter((measure) => measure.metric === metric)
    .toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const [last] = own;
  // That nothing is known may be said anywhere.
  if (last === undefined)
    return { ...notKnown(`${missing}: nobody has entered it yet.`), useLabel: 'with-care' };
  const [headline, said] = forms[metric](valueText(metric, last.value));
  // A table holds only what may travel as far as the latest entry.
  const alike = own.filter(({ useLabel }) => useLabel === last.useLabel);
  return {
    headline,
    sentence: `${said} in ${last.period} (${last.source}, ${dayOf(last.on)}).`,
    on: last.on,
    source: last.source,
    useLabel: last.useLabel,
    working: [
      ofPeople.includes(metric)
        ? step(`${missing}, ${last.period}`, 'people', last.value, 'typed', alone(last.value) !== null)
        : step(`${missing}, ${last.period}`, 'number', last.value, 'typed'),
    ],
    table:
      alike.length < 2
        ? null
        : countTable(
            missing,
            ['Period', 'Value'],
            alike.map(({ period, value }) => [period, forms[metric](valueText(metric, value))[0]]),
          ),
  };
}
