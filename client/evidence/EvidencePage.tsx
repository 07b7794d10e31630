import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { frameworkStatusNames } from '../../shared/evidence/frameworks.ts';
import { useMay, useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Answer } from '../components/Answer.tsx';
import { StatusBadge } from '../components/badges.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { SelectField } from '../components/fields.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { EmptyState } from '../components/Panel.tsx';
import { Tabs } from '../components/Tabs.tsx';
import { dataAge, longDate } from '../format/dates.ts';
import { Compare } from './Compare.tsx';
import { BeginFramework, EditFramework } from './FrameworkForms.tsx';
import { Figures } from './Figures.tsx';
import { Gaps } from './Gaps.tsx';
import {
  headline,
  openFramework,
  statementsOf,
  type HeldFramework,
  type ShownEvidence,
} from './evidence-model.ts';
import { NextSteps } from './NextSteps.tsx';
import { Packs } from './Packs.tsx';
import { Questions } from './Questions.tsx';
import type { EvidenceSearch } from './search.ts';
import './evidence.css';

const route = getRouteApi('/house/evidence');

/** Evidence for an inspection: questions with facts, gaps, metrics, frozen packs. */
export function EvidencePage(): ReactElement {
  const { data } = useSuspenseQuery(trpc.evidence.show.queryOptions());
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { today } = useSession();
  const framework = openFramework(data, search.framework);
  const go = (change: Partial<EvidenceSearch>): void =>
    void navigate({ search: { ...search, ...change }, replace: true, resetScroll: false });
  const meta = (
    <>
      Register to {longDate(data.dataCut)}, <strong>{dataAge(data.dataCut, today)}</strong>
    </>
  );
  return (
    <PageFrame title="Evidence" meta={meta}>
      {framework === null ? (
        <NoFramework shown={data} onBegun={(id) => go({ framework: id })} />
      ) : (
        <Framework shown={data} framework={framework} search={search} go={go} />
      )}
    </PageFrame>
  );
}

type Go = (change: Partial<EvidenceSearch>) => void;

function NoFramework({
  shown,
  onBegun,
}: {
  readonly shown: ShownEvidence;
  readonly onBegun: (id: string) => void;
}): ReactElement {
  const mayBegin = useMay('evidence.adopt');
  return (
    <EmptyState
      title="No framework chosen yet"
      why="A pack answers the questions of one version of a framework. Begin with a published version: its questions come with it, and you can change all of them."
      action={
        mayBegin ? (
          <BeginFramework shown={shown} onBegun={onBegun} primary />
        ) : (
          <span>A workforce manager, a research director or the administrator can begin one.</span>
        )
      }
      sample="With one, each question has up to three facts drafted from the numbers, decisions with their minutes, and gaps with their actions."
    />
  );
}

type FrameworkProps = {
  readonly shown: ShownEvidence;
  readonly framework: HeldFramework;
  readonly search: EvidenceSearch;
  readonly go: Go;
};

function Framework({ shown, framework, search, go }: FrameworkProps): ReactElement {
  const statements = statementsOf(shown, framework.id);
  const gaps = statements.reduce((sum, one) => sum + one.gaps.length, 0);
  const tabs = [
    {
      key: 'questions',
      label: 'Questions',
      content: <Questions shown={shown} framework={framework} statements={statements} />,
    },
    { key: 'gaps', label: `Gaps (${gaps})`, content: <Gaps statements={statements} /> },
    { key: 'figures', label: 'Metrics', content: <Figures shown={shown} /> },
    {
      key: 'packs',
      label: 'Frozen packs',
      content: <Packs key={framework.id} shown={shown} framework={framework} />,
    },
    {
      key: 'compare',
      label: 'Compare versions',
      content: (
        <Compare
          shown={shown}
          framework={framework}
          against={search.against}
          onAgainst={(against) => go({ against })}
        />
      ),
    },
  ];
  return (
    <>
      <Answer>{headline(shown, statements)}</Answer>
      <NextSteps
        shown={shown}
        framework={framework}
        statements={statements}
        onView={(view, code) => {
          go({ view });
          showPart(code);
        }}
      />
      <FrameworkChoice shown={shown} framework={framework} go={go} />
      <div id={partsId} tabIndex={-1}>
        <Tabs
          label="Parts of the evidence"
          tabs={tabs}
          selected={search.view}
          onSelect={(view) => go({ view: view as EvidenceSearch['view'] })}
        />
      </div>
    </>
  );
}

const partsId = 'evidence-parts';

/** Moves to a question, or to the open part, once it is drawn; the focus goes with it. */
function showPart(code: string | undefined): void {
  requestAnimationFrame(() => {
    const question = code === undefined ? null : document.getElementById(`question-${code}`);
    const target = question?.querySelector('h3') ?? document.getElementById(partsId);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  });
}

function FrameworkChoice({ shown, framework, go }: Omit<FrameworkProps, 'search'>): ReactElement {
  const mayEdit = useMay('evidence.saveFramework');
  return (
    <div className="pt-evidence-choice">
      <SelectField
        label="Framework"
        value={framework.id}
        options={shown.frameworks.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => go({ framework: id })}
      />
      <p className="pt-meta">
        <StatusBadge kind="state">{frameworkStatusNames[framework.status]}</StatusBadge> {framework.source}{' '}
        {framework.note}
      </p>
      {framework.status === 'draft' ? (
        <p>
          <strong>This framework is a draft to fill.</strong> Add its questions as they are published, change
          them when the final text is out, and set its status and source then. A pack of it says that it is a
          draft.
        </p>
      ) : null}
      {mayEdit ? (
        <div className="pt-no-print">
          <Disclosure summary="Begin another version">
            <BeginFramework shown={shown} onBegun={(id) => go({ framework: id })} />
          </Disclosure>
          <Disclosure summary="Change this framework">
            <EditFramework key={`${framework.id} ${framework.version}`} framework={framework} />
          </Disclosure>
        </div>
      ) : null}
    </div>
  );
}
