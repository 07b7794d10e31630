import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { trpc } from '../app/trpc.ts';
import { errorText } from '../app/error-text.ts';
import { NotKnown } from '../components/badges.tsx';
import { FigureStrip } from '../components/figures.tsx';
import { Loading } from '../components/Loading.tsx';
import { Section } from '../components/PageFrame.tsx';
import { formatNumber } from '../format/numbers.ts';
import { BehindTable } from './BehindTable.tsx';
import { OpeningsTable, OutlookTable } from './OpeningsTables.tsx';
import { QualityList } from './QualityList.tsx';
import { RecruitmentTotals } from './RecruitmentTotals.tsx';
import { activityHeadline, type ShownActivity } from './research-model.ts';
import { RuleTable } from './RuleTable.tsx';

/** What a research director acts on: studies behind target, where to grow, openings, and what to put right. */
export function ActivityParts(): ReactElement {
  const { data, error } = useQuery(trpc.research.activity.queryOptions());
  if (error !== null) return <p role="alert">{errorText(error).text}</p>;
  if (data === undefined) return <Loading what="Reading recruitment and openings" />;
  return (
    <>
      <p>{activityHeadline(data)}</p>
      <FigureStrip label="Research activity in four figures" figures={figuresOf(data)} />
      <Section title="Recruitment">
        <RecruitmentTotals shown={data} />
        <BehindTable shown={data} />
      </Section>
      <Section title="Where to grow">
        <OutlookTable shown={data} />
        <RuleTable shown={data} />
        <OpeningsTable shown={data} />
      </Section>
      <Section title="To put right in the register">
        <QualityList shown={data} />
      </Section>
    </>
  );
}

function figuresOf({ behind, recruitment, openings, outlook, ready, quality }: ShownActivity) {
  const gap = outlook.reduce((sum, one) => sum + (one.gap ?? 0), 0);
  const faults = quality.reduce((sum, { count }) => sum + count, 0);
  return [
    {
      label: 'Studies behind target',
      value: `${behind.length} of ${recruitment.behind + recruitment['on-target']}`,
      note: `${recruitment['no-goal'] + recruitment['not-known']} more not known`,
    },
    { label: 'Studies that want a PI', value: formatNumber(openings.length), note: 'within 12 months' },
    {
      label: 'Openings without anybody ready',
      value: ready === null ? <NotKnown /> : formatNumber(gap),
      note: ready === null ? 'Who is ready is not recorded' : `${formatNumber(ready)} ready in all`,
    },
    { label: 'Entries to put right', value: formatNumber(faults), note: 'in the register' },
  ];
}
