import type { ReactElement } from 'react';
import { addDays, asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { stageNames, stages } from '../../shared/programmes/stages.ts';
import { courses, universities } from '../../shared/programmes/universities.ts';
import { calendarAsked, type WardQuestion } from '../../shared/scenario/ward-question.ts';
import type { RateUsed } from '../../shared/scenario/rate-used.ts';
import { useParameters } from '../app/parameters.ts';
import { LinkButton } from '../components/Button.tsx';
import { DateField } from '../components/DateField.tsx';
import { SelectField } from '../components/fields.tsx';
import { NumberField } from '../components/NumberField.tsx';
import { exactHours, wte } from '../format/hours.ts';
import { plural } from '../format/numbers.ts';
import { DayFields } from './DayFields.tsx';
import { HoursField } from './HoursField.tsx';
import { LimitFields } from './LimitFields.tsx';
import { MoneyFields } from './MoneyFields.tsx';
import type { QuestionFieldsProps } from './question-fields.ts';
import type { ShownTeam } from './team-view.ts';

/** The first intake of the framework. */
const firstIntake = asPlainDate('2022-08-29');

const universityOptions = universities.map((value) => ({ value, label: courses[value].name }));
const stageOptions = stages.map((value) => ({ value, label: stageNames[value] }));

type QuestionPanelProps = QuestionFieldsProps & {
  readonly team: ShownTeam;
  readonly rates: readonly RateUsed[];
  readonly onReset: () => void;
};

/** The fields of the ward question. Every one has a default, which the address leaves out. */
export function QuestionPanel(props: QuestionPanelProps): ReactElement {
  const { search, question, team, rates, onChange, onReset } = props;
  const fields = { search, question, onChange };
  return (
    <>
      <NumberField
        label="Learners"
        hint={peopleHint(team)}
        value={search.learners}
        min={0}
        max={Math.max(team.staffInPost, search.learners, 20)}
        slider
        onChange={(learners) => onChange({ learners })}
      />
      <SelectField
        label="Programme"
        value={search.stage}
        options={stageOptions}
        onChange={(stage) => onChange({ stage })}
      />
      <SelectField
        label="University"
        value={search.university}
        options={universityOptions}
        onChange={(university) => onChange({ university })}
      />
      <HoursField {...fields} />
      <DayFields {...fields} shiftMinutes={team.plan.team.shiftMinutes} />
      <DateField
        label="First week"
        hint={startHint(question)}
        value={question.start}
        mondayOnly
        min={firstIntake}
        max={latestStart(team.dataCut)}
        onChange={(start) => onChange({ start })}
      />
      <MoneyFields {...fields} />
      <LimitFields {...fields} team={team} rates={rates} parameters={useParameters()} />
      <p>
        <LinkButton onClick={onReset}>Reset the question</LinkButton>
      </p>
      <p className="pt-meta">
        Results change as you type. Nothing is saved; the address holds what you asked.
      </p>
    </>
  );
}

/** Rates and calendars are not planned further than ten years. */
function latestStart(dataCut: PlainDate): PlainDate {
  return addDays(dataCut, 3650);
}

function peopleHint({ plan, staffInPost }: ShownTeam): string {
  if (plan.contractedMinutes === null) return 'Staff in post is not known';
  return `${wte(plan.contractedMinutes)} WTE in post (contracted), ${plural(staffInPost, 'registered person', 'registered people')}`;
}

function startHint(question: WardQuestion): string {
  const { weeks, breakWeeks, blockWeeks, blockMinutes, status } = calendarAsked(question);
  const inBlock = blockMinutes === null ? '' : ` of ${exactHours(blockMinutes)} hours`;
  const blocks = blockWeeks.length === 0 ? '' : `, ${plural(blockWeeks.length, 'block week')}${inBlock}`;
  const whose = status === 'assumption' ? 'an assumption' : 'as your catalogue has them';
  return `A Monday. ${weeks} weeks, ${breakWeeks.length} without release${blocks}: ${whose}`;
}
