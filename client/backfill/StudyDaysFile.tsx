import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { mondayOf } from '../../shared/calendar/plain-date.ts';
import { errorText } from '../app/error-text.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { Actions } from '../components/Panel.tsx';
import { downloadCsv } from '../format/download.ts';
import { plural } from '../format/numbers.ts';
import { lastStudyDay } from './StudyCalendar.tsx';

type StudyDaysFileProps = { readonly shown: Outputs['backfill']['summary'] };

/** Study days for roster systems. It holds assignment numbers, so that making it is written in the audit log. */
export function StudyDaysFile({ shown }: StudyDaysFileProps): ReactElement {
  const [said, setSaid] = useState('');
  const { mutate, isPending } = useMutation(
    trpc.backfill.studyDays.mutationOptions({
      onSuccess: ({ csv, rows, withoutWeekday, withoutPost }) => {
        downloadCsv('study-days.csv', csv);
        const left = [
          ...(withoutWeekday === 0 ? [] : [`${plural(withoutWeekday, 'learner')} without named weekdays`]),
          ...(withoutPost === 0 ? [] : [`${plural(withoutPost, 'learner')} without a post`]),
        ];
        setSaid(
          `${plural(rows, 'study day')} in the file.${left.length === 0 ? '' : ` Left out: ${left.join(', ')}.`}`,
        );
      },
      onError: (error) => setSaid(errorText(error).text),
    }),
  );
  const from = mondayOf(shown.dataCut);
  return (
    <Actions>
      <Button
        kind="secondary"
        busy={isPending}
        busyText="Making the file…"
        onClick={() => mutate({ from, to: lastStudyDay(shown.summary) ?? from })}
      >
        Download study days for roster systems
      </Button>
      <span role="status">
        {said === ''
          ? 'Assignment number, date, hours and reason; no names. Each download is in the audit log.'
          : said}
      </span>
    </Actions>
  );
}
