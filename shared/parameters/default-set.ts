import { z } from 'zod';
import awardsAssumed from './data/awards_assumed.json' with { type: 'json' };
import cover from './data/cover.json' with { type: 'json' };
import framework from './data/framework.json' with { type: 'json' };
import hcas from './data/hcas.json' with { type: 'json' };
import oncosts from './data/oncosts.json' with { type: 'json' };
import payAfc from './data/pay_afc.json' with { type: 'json' };
import payMedical from './data/pay_medical.json' with { type: 'json' };
import pipelinePriors from './data/pipeline_priors.json' with { type: 'json' };
import pipelineRates from './data/pipeline_rates.json' with { type: 'json' };
import planning from './data/planning.json' with { type: 'json' };
import termsAfc from './data/terms_afc.json' with { type: 'json' };
import { parameterSetOf } from './parameter-set.ts';
import { parameterSchema, type ParameterSet } from './types.ts';

/** The tables the product ships, by file name: one file a table, the legal date on every row. */
export const publishedTables = {
  pay_afc: payAfc,
  pay_medical: payMedical,
  hcas,
  terms_afc: termsAfc,
  oncosts,
  cover,
  framework,
  awards_assumed: awardsAssumed,
  pipeline_priors: pipelinePriors,
  pipeline_rates: pipelineRates,
  planning,
} as const;

/** The values the product ships with, each with its unit, legal date, source and status. */
export const publishedParameters: ParameterSet = parameterSetOf(
  z.array(parameterSchema).parse(Object.values(publishedTables).flat()),
);
