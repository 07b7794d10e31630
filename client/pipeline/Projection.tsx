import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { coverageWords } from '../../shared/research/coverage.ts';
import { longDate } from '../format/dates.ts';
import { about } from '../format/ranges.ts';
import { asError } from '../app/error-text.ts';
import type { Outputs } from '../app/trpc.ts';
import { Answer } from '../components/Answer.tsx';
import { FigureStrip } from '../components/figures.tsx';
import { Loading, Updating } from '../components/Loading.tsx';
import { Columns, Section } from '../components/PageFrame.tsx';
import { ChanceOfTarget } from './ChanceOfTarget.tsx';
import { ChanceOnly } from './ChanceOnly.tsx';
import { GainsChart, StockChart } from './ProjectionCharts.tsx';
import { countedApart, figures, headline, peopleByGroup, readyInWords, yearShown } from './pipeline-model.ts';
import type { PipelineSearch } from './search.ts';
import { YearControls } from './YearControls.tsx';
import { YearsTable } from './YearsTable.tsx';
import { useYears } from './use-years.ts';

const route = getRouteApi('/house/pipeline');

type ProjectionProps = {
  readonly shown: Outputs['pipeline']['inputs'];
  /** Tells one answer of the server from the next. */
  readonly version: number;
};

/** The page once the register is there: asks the worker, and shows the last good answer while it works. */
export function Projection({ shown, version }: ProjectionProps): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Partial<PipelineSearch>): void =>
    void navigate({ search: { ...search, ...next }, replace: true, resetScroll: false });
  const { inputs, uses } = shown.plan;
  const { years, updating, error } = useYears({ inputs, dataCut: shown.dataCut }, search.years, version);
  if (error !== null) throw asError(error);
  const year = years === undefined ? null : yearShown(years.years, search.by);
  if (years === undefined || year === null) return <Loading what="Working out the projection" />;
  const apart = countedApart(inputs.people);
  return (
    <>
      <Answer live>{headline(shown, year)}</Answer>
      <FigureStrip
        label="The projection in figures"
        figures={figures(shown, years, year).map(({ label, range, note }) => ({
          label,
          value: about(range.middle),
          note,
        }))}
      />
      <ChanceOnly
        uses={uses}
        people={peopleByGroup(inputs.people)}
        open={search.rates}
        onToggle={(rates) => change({ rates })}
      />
      <YearControls years={years} year={year} search={search} onChange={change} />
      <Updating on={updating} />
      <Columns>
        <StockChart named={shown} years={years} year={year} search={search} />
        <ChanceOfTarget year={year} search={search} onChange={change} />
      </Columns>
      <Section title="Three counts, never added">
        <p>
          Qualified, ready to act and named are different things. {readyInWords(shown.readyNow)} Named:{' '}
          {coverageWords(shown.coverage)}; who is on the other logs is not known, and Co-I means
          Co-Investigator (sub-investigator).
        </p>
        {apart === null ? null : <p>{apart}</p>}
        <YearsTable named={shown} years={years} />
      </Section>
      <Columns>
        <GainsChart years={years} />
        <HowItWorks dataCut={longDate(shown.dataCut)} />
      </Columns>
    </>
  );
}

function HowItWorks({ dataCut }: { readonly dataCut: string }): ReactElement {
  return (
    <section>
      <h2>How this is worked out</h2>
      <p>
        Each person in post on {dataCut} is followed month by month to an award, a role or an exit, and the
        results are added exactly, not sampled. “About” is the middle: half of the futures lie on either side.
        An 80% range means that 8 futures in 10 lie in it. A PI role ends when the last study it is held on is
        planned to close, or at a rate where that is not known, and may be taken up again.
      </p>
      <p>
        Not in the range: that the rates are wrong, people who have not applied yet, changes to courses,
        funding rules or the trust, and a shared shock to one intake. A certificate does not make a PI: the
        role comes with a study.
      </p>
    </section>
  );
}
