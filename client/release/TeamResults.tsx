import type { ReactElement } from 'react';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { AskedTeam } from '../../shared/scenario/ask-team.ts';
import { weeklyHoursModel } from '../charts/weekly-hours.ts';
import { WeeklyHoursChart } from '../charts/WeeklyHoursChart.tsx';
import { NotKnown } from '../components/badges.tsx';
import { Answer } from '../components/Answer.tsx';
import { FigureStrip } from '../components/figures.tsx';
import { Loading, Updating } from '../components/Loading.tsx';
import { plural } from '../format/numbers.ts';
import { AllWeeks } from './AllWeeks.tsx';
import { answerSentence } from './answer-words.ts';
import { ByDay } from './ByDay.tsx';
import { CostTable } from './CostTable.tsx';
import { NobodyReleased, RefusedAnswer } from './EmptyAnswers.tsx';
import { PeopleOnCourses } from './PeopleOnCourses.tsx';
import { ShortWeeks } from './ShortWeeks.tsx';
import { teamFigures } from './team-figures.ts';
import { chartWords } from './team-text.ts';
import type { ShownTeam, TeamView } from './team-view.ts';
import { WeekOfGrid } from './WeekOfGrid.tsx';
import { Working } from './Working.tsx';

type TeamResultsProps = {
  readonly team: ShownTeam;
  /** `null` while nothing is worked out, or when it was refused. */
  readonly view: TeamView | null;
  readonly asked: AskedTeam | null;
  readonly updating: boolean;
  readonly error: string | null;
  readonly week: PlainDate | null;
  readonly onFix: (fixed: boolean) => void;
  readonly onAskOne: () => void;
};

/** The answer, from its sentence down to its working. */
export function TeamResults(props: TeamResultsProps): ReactElement {
  const { team, view, asked, updating, error } = props;
  const refusal = error ?? asked?.answer.refusal?.message ?? null;
  if (refusal !== null) return <RefusedAnswer team={team} message={refusal} />;
  if (view === null) return <Loading what="Working out the weeks of this team" />;
  return (
    <>
      <Answer live>{answerSentence(view)}</Answer>
      <div className="pt-release-updating pt-no-print">
        <Updating on={updating} />
      </div>
      <AnswerBody {...props} view={view} />
      <AllWeeks view={view} />
      <PeopleOnCourses team={team} />
      <Working view={view} />
    </>
  );
}

type AnswerBodyProps = Pick<TeamResultsProps, 'week' | 'onFix' | 'onAskOne'> & { readonly view: TeamView };

function AnswerBody({ view, week, onFix, onAskOne }: AnswerBodyProps): ReactElement {
  const released = view.learners + view.others > 0;
  return (
    <>
      {week === null ? null : <WeekOfGrid view={view} monday={week} />}
      {released ? <Figures view={view} /> : null}
      {view.hoursNotKnown === 0 ? null : <HoursMissing count={view.hoursNotKnown} />}
      {released || view.question.learners > 0 ? null : <NobodyReleased view={view} onAskOne={onAskOne} />}
      <ShortWeeks view={view} onFix={onFix} />
      {released ? <CostTable view={view} /> : null}
      <WeeksChart view={view} />
      {released ? <ByDay view={view} /> : null}
    </>
  );
}

/** Said where the figures are: these people are in none of them. */
function HoursMissing({ count }: { readonly count: number }): ReactElement {
  return (
    <p>
      <NotKnown what="Not known:" /> The release hours of {plural(count, 'learner')} of this team are not
      entered; they are in no figure here.
    </p>
  );
}

function Figures({ view }: { readonly view: TeamView }): ReactElement {
  const figures = teamFigures(view).map(({ label, value, note }) => ({
    label,
    value: value ?? <NotKnown />,
    note,
  }));
  return <FigureStrip label="The answer in four figures" figures={figures} />;
}

function WeeksChart({ view }: { readonly view: TeamView }): ReactElement {
  const { ward, inputs, team } = view;
  const model = weeklyHoursModel({
    place: team.plan.team.name,
    weeks: ward.weeks,
    minimumMinutes: inputs.plannedMinimumMinutes,
  });
  return <WeeklyHoursChart words={chartWords(view)} model={model} />;
}
