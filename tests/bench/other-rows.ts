import { spawn } from 'node:child_process';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import type { TeamLearner, TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import { scenarioOf, stressPlan } from '../support/plans.ts';
import { uniforms } from '../support/pipeline-monte-carlo.ts';
import { medianMs, medianMsOf, row, type BenchRow } from './timing.ts';

const starts = ['2026-09-28', '2027-09-27', '2028-09-25'].map(asPlainDate);

/** One learner over three stages, a year each, at some hours a week. */
function learner(id: string, weeklyMinutes: number): TeamLearner {
  return {
    id,
    count: 1,
    lapseBp: 0,
    patterns: starts.map((start) => ({ weeklyMinutes, start, weeks: 43, breakWeeks: [] })),
  };
}

/** 2,000 learners of 200 teams. */
function teams(seed: number): TeamPlan[] {
  const draw = uniforms(seed);
  return Array.from({ length: 200 }, (_, team) => {
    const learners = Array.from({ length: 10 }, (__, index) =>
      learner(`${team}-${index}`, 15 * (16 + Math.floor(draw() * 16))),
    );
    const plan = stressPlan(learners);
    return { ...plan, team: { ...plan.team, id: `team-${team}`, coverRates: rates } };
  });
}

const rates = { '2026/27': 2580, '2027/28': 2640, '2028/29': 2706, '2029/30': 2770 };

/** The command as an analyst runs it: one small request in, one answer out. */
function modelCommand(program: string): Promise<void> {
  const request = {
    schema: 'protected-time/model-request/1',
    requests: [
      {
        id: 'a',
        kind: 'score',
        inputs: { pmf: [0.5, 0.5], observed: 1 },
        asks: [{ measure: 'crps' }],
      },
    ],
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], { stdio: ['pipe', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the model command ended with ${code}`)),
    );
    child.stdin.end(JSON.stringify(request));
  });
}

export async function otherRows(modelProgram: string): Promise<BenchRow[]> {
  const scenario = scenarioOf(teams(1));
  return [
    row(
      'release-cost-2000-learners-3-years',
      medianMs(() => evaluateScenario(scenario, publishedParameters), 15),
    ),
    row('model-cli-start', await medianMsOf(() => modelCommand(modelProgram), 7)),
  ];
}
