import { memo, useMemo, type ReactElement } from 'react';
import type { LeverBases, Levers } from '../../shared/pipeline/levers.ts';
import type { ProjectionYears } from '../../shared/pipeline/project-years.ts';
import { coverageWords } from '../../shared/research/coverage.ts';
import type { WorthAsk } from '../../shared/scenario/ask-forecast.ts';
import { heldToOpenings } from '../../shared/scenario/held-to-openings.ts';
import type { Outputs } from '../app/trpc.ts';
import { Answer } from '../components/Answer.tsx';
import { LinkButton } from '../components/Button.tsx';
import { FigureStrip } from '../components/figures.tsx';
import { Updating } from '../components/Loading.tsx';
import { Columns, Section } from '../components/PageFrame.tsx';
import { longDate } from '../format/dates.ts';
import { BackTestPart } from './BackTestPart.tsx';
import { BothYears } from './BothYears.tsx';
import type { TwoYears } from './both-years.ts';
import { ChanceOfTarget } from './ChanceOfTarget.tsx';
import { Changes } from './Changes.tsx';
import { Doubt, DriversPart } from './DriversPart.tsx';
import { CountChart, GainsChart } from './ForecastCharts.tsx';
import { movedInWords } from './lever-fields.ts';
import { HeldPart } from './HeldPart.tsx';
import { LeversPanel } from './LeversPanel.tsx';
import {
  countedApart,
  figures,
  followed,
  headline,
  otherPeople,
  peopleByGroup,
  readyInWords,
  yearShown,
} from './pipeline-model.ts';
import type { ChangeSearch, PipelineSearch } from './search.ts';
import { StuckPart } from './StuckPart.tsx';
import { targetFacts, targetOn } from './targets.ts';
import type { DriversAnswer } from './use-drivers.ts';
import type { FullAnswer } from './use-forecast.ts';
import { WhatItHolds } from './WhatItHolds.tsx';
import { WorkingLinks } from './WorkingLinks.tsx';
import { WorkingPart } from './WorkingPart.tsx';
import { YearControls } from './YearControls.tsx';
import type { YearPlace } from './year-places.ts';
import { YearsTable } from './YearsTable.tsx';

type BodyProps = {
  readonly shown: Outputs['pipeline']['inputs'];
  readonly believed: Outputs['pipeline']['beliefs'];
  /** The last answer, of a lever in movement too; what follows the eye is drawn from it. */
  readonly live: FullAnswer;
  /** The last answer with every lever let go; tables are drawn from it. */
  readonly settled: FullAnswer;
  readonly updating: boolean;
  readonly drivers: DriversAnswer | undefined;
  readonly worth: WorthAsk | null;
  readonly places: readonly YearPlace[];
  readonly place: YearPlace;
  readonly pair: TwoYears | null;
  readonly levers: Levers;
  readonly bases: LeverBases;
  readonly search: PipelineSearch;
  readonly onChange: ChangeSearch;
  readonly onDrag: (levers: Levers) => void;
  readonly onSet: (levers: Levers) => void;
  readonly onReset: () => void;
};

/** First PI roles held to the studies that want a PI, where the address says so. */
function heldAnswer(answer: FullAnswer, { shown, search }: Pick<BodyProps, 'shown' | 'search'>): FullAnswer {
  if (!search.held || shown.openings === null) return answer;
  const years = heldToOpenings(answer.years.years, shown.openings);
  return { ...answer, years: { ...answer.years, years } };
}

/** The answer and what follows a lever; the rest waits until the lever is let go. */
export function ProjectionBody(given: BodyProps): ReactElement | null {
  const props = { ...given, live: heldAnswer(given.live, given) };
  const { shown, believed, live, settled, places, place, pair, search, onChange } = props;
  const year = yearShown(live.years.years, place.lastDay);
  const settledYear = yearShown(settled.years.years, place.lastDay);
  if (year === null || settledYear === null) return null;
  const moved = movedInWords(props.levers, props.bases);
  const today = { ...shown, qualifiedNow: live.qualifiedNow };
  const what = targetOn(search.of, longDate(year.lastDay));
  return (
    <>
      <Answer live>{headline(shown, year)}</Answer>
      <FigureStrip
        label="The projection in figures"
        figures={figures(shown, live.qualifiedNow, year).map(({ label, value, note, working }) => ({
          label,
          value,
          note: (
            <>
              {note}
              <span className="pt-figure-link pt-no-print">
                <LinkButton label={`How this is worked out: ${label}`} onClick={() => onChange({ working })}>
                  How this is worked out
                </LinkButton>
              </span>
            </>
          ),
        }))}
      />
      <Working {...props} />
      <YearControls places={places} place={place} search={search} onChange={onChange} />
      <Updating on={props.updating} />
      <Columns>
        <CountChart
          today={today}
          years={live.years}
          year={year}
          past={believed.history[search.years]}
          search={search}
        />
        <ChanceOfTarget year={year} search={search} onChange={onChange} />
      </Columns>
      <WorkingLinks of={[search.of, 'chance']} onChange={onChange} />
      <LeversPanel {...props} />
      {moved === null || live.changes.length === 0 ? null : (
        <Changes changes={live.changes} place={place} moved={moved} />
      )}
      <Columns>
        <DriversPart
          answer={props.drivers}
          asked={props.worth}
          day={longDate(year.lastDay)}
          count={targetFacts[search.of].of(settledYear)}
          what={what}
          workings={believed.workings}
          onChange={onChange}
        />
        <div>
          <Doubt count={targetFacts[search.of].of(year)} what={what} />
          {pair === null || settled.both === null ? null : (
            <BothYears pair={pair} met={settled.both} search={search} onChange={onChange} />
          )}
          <WorkingLinks
            of={pair === null ? ['drivers', 'doubt'] : ['drivers', 'doubt', 'both']}
            onChange={onChange}
          />
        </div>
      </Columns>
      <Settled shown={shown} believed={believed} settled={settled} search={search} onChange={onChange} />
    </>
  );
}

function Working({ shown, believed, search, live, onChange }: BodyProps): ReactElement | null {
  const { people } = shown.plan.inputs;
  const groups = useMemo(() => peopleByGroup(people), [people]);
  if (search.working === null) return null;
  return (
    <WorkingPart
      of={search.working}
      believed={believed}
      groups={groups}
      followed={followed(people)}
      points={live.years.points}
      search={search}
      onClose={() => onChange({ working: null })}
    />
  );
}

/** The figures of the table by year. */
const tableWorkings = [
  ...(['qualified', 'ready', 'coi-gained', 'pi-gained', 'any-gained'] as const),
  ...(['pi-returned', 'pi-lost', 'pi'] as const),
];

type SettledProps = Pick<BodyProps, 'shown' | 'believed' | 'settled' | 'search' | 'onChange'>;

/** What does not follow a lever in movement: drawn again only when it is let go. */
const Settled = memo(function Settled(props: SettledProps): ReactElement {
  const { shown, believed, settled, search, onChange } = props;
  const { people } = shown.plan.inputs;
  const groups = useMemo(() => peopleByGroup(people), [people]);
  const heldYears = heldAnswer(settled, props).years;
  const years: ProjectionYears = {
    ...heldYears,
    qualifiedNow: settled.qualifiedNow,
    piNow: shown.namedPi,
  };
  const apart = [countedApart(people), otherPeople(people)].filter((text) => text !== null);
  return (
    <>
      <Section title="Three counts, never added">
        <p>
          Qualified, ready to act and named are different things. {readyInWords(shown.readyNow)} Named:{' '}
          {coverageWords(shown.coverage)}; who is on the other logs is not known, and Co-I means
          Co-Investigator (sub-investigator).
        </p>
        {apart.length === 0 ? null : <p>{apart.join(' ')}</p>}
        <YearsTable named={shown} years={years} />
        <WorkingLinks of={tableWorkings} onChange={onChange} />
      </Section>
      <Columns>
        <GainsChart years={heldYears} past={believed.history[search.years]} />
        <HeldPart shown={shown} years={settled.years.years} held={search.held} onChange={onChange} />
      </Columns>
      <BackTestPart />
      <WorkingLinks of={['back-test']} onChange={onChange} />
      <StuckPart />
      <WorkingLinks of={['steps', 'leads']} onChange={onChange} />
      <WhatItHolds
        believed={believed}
        uses={shown.plan.uses}
        groups={groups}
        search={search}
        onChange={onChange}
      />
    </>
  );
});
