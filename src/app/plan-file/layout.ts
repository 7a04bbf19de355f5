/** Where everything stands in a plan's file: the lists of the YAML, the sheets of the workbook, and the order of their fields. */
import type { ItemKind } from '../../domain/plan-item.ts'

/** How a field is written in one cell, or in one for each language. */
export type CellKind = 'word' | 'text' | 'day' | 'number' | 'money' | 'flag' | 'words' | 'numbers' | 'ladder'

/** One kind of thing of a plan. */
export interface Part {
  readonly kind: ItemKind
  readonly sheet: string
  /** The path of the list in the file, or within the thing it belongs to. */
  readonly list: readonly string[]
  /** What it belongs to, and how its sheet calls that column; a file has one plan, which needs no column. */
  readonly parent?: readonly [kind: ItemKind, column?: string]
  /** The fields that are its key; a risk has none and is known by its place, evidence by what it says. */
  readonly key: readonly string[]
  /** In the order of the file; the key comes first. */
  readonly fields: Readonly<Record<string, CellKind>>
  /** Written as null where there is no value. */
  readonly shown?: string
}

const plan: Part = {
  kind: 'plan',
  sheet: 'Plan',
  list: ['plan'],
  key: ['id'],
  fields: {
    id: 'word',
    name: 'text',
    version: 'number',
    adopted_on: 'day',
    adopted_by: 'text',
    'period.from': 'day',
    'period.to': 'day',
    coordinator_entity: 'word',
    previous_plan: 'word',
    'cycle.profile': 'word',
    'cycle.title_validity_years': 'number',
    'city.name': 'text',
    'city.population': 'number',
    'city.population_under_18': 'number',
    'city.districts': 'number',
    'meta.fictional': 'flag',
    'meta.anchor_date': 'day',
    'meta.currency': 'word',
    'meta.timezone': 'word',
    'meta.source_language': 'word',
    'meta.languages': 'words',
  },
}

/** All kinds, in the order of the sheets; what belongs to something stands after it. */
export const parts: readonly Part[] = [
  plan,
  {
    kind: 'phase',
    sheet: 'Phases',
    list: ['cycle', 'phases'],
    parent: ['plan'],
    key: ['id'],
    fields: { id: 'word', name: 'text', from: 'day', to: 'day', status: 'word' },
  },
  {
    kind: 'entity',
    sheet: 'Entities',
    list: ['entities'],
    key: ['id'],
    fields: {
      id: 'word',
      type: 'word',
      short: 'word',
      name: 'text',
      seed_counterpart: 'word',
      roles: 'words',
      contact_role: 'text',
      preferred_channel: 'word',
      language: 'word',
    },
  },
  {
    kind: 'goal',
    sheet: 'Goals',
    list: ['goals'],
    key: ['id'],
    fields: {
      id: 'word',
      code: 'word',
      name: 'text',
      promise: 'text',
      cfci_goals: 'numbers',
      pillar: 'word',
    },
  },
  {
    kind: 'objective',
    sheet: 'Objectives',
    list: ['objectives'],
    key: ['id'],
    fields: { id: 'word', goal: 'word', code: 'word', name: 'text' },
  },
  {
    kind: 'measure',
    sheet: 'Measures',
    list: ['actions'],
    key: ['id'],
    fields: {
      id: 'word',
      objective: 'word',
      code: 'word',
      name: 'text',
      summary: 'text',
      kind: 'word',
      recurrence: 'word',
      lead: 'word',
      supporting: 'words',
      'period.from': 'day',
      'period.to': 'day',
      status: 'word',
      rag: 'word',
      progress_pct: 'number',
      weight: 'number',
      participation: 'word',
      age_groups: 'words',
      policy: 'word',
      carried_from: 'word',
      depends_on: 'words',
      indicators: 'words',
    },
  },
  {
    kind: 'milestone',
    sheet: 'Milestones',
    list: ['milestones'],
    parent: ['measure', 'measure'],
    key: ['id'],
    fields: {
      id: 'word',
      name: 'text',
      due: 'day',
      status: 'word',
      done_on: 'day',
      lead: 'word',
      policy: 'word',
    },
  },
  {
    kind: 'budget',
    sheet: 'Budget',
    list: ['budget'],
    parent: ['measure', 'measure'],
    key: ['year', 'source'],
    fields: { year: 'number', source: 'word', planned: 'money', spent: 'money' },
  },
  {
    kind: 'risk',
    sheet: 'Risks',
    list: ['risks'],
    parent: ['measure', 'measure'],
    key: [],
    fields: { text: 'text', likelihood: 'number', impact: 'number', response: 'text' },
  },
  {
    kind: 'evidence',
    sheet: 'Evidence',
    list: ['evidence'],
    parent: ['measure', 'measure'],
    key: [],
    fields: { kind: 'word', title: 'text', date: 'day', link: 'word', milestone: 'word' },
  },
  {
    kind: 'indicator',
    sheet: 'Indicators',
    list: ['indicators'],
    key: ['id'],
    shown: 'baseline.value',
    fields: {
      id: 'word',
      goal: 'word',
      level: 'word',
      name: 'text',
      unit: 'text',
      direction: 'word',
      'baseline.value': 'number',
      'baseline.date': 'day',
      frequency: 'word',
      cumulative_within_year: 'flag',
      source: 'text',
      owner: 'word',
      disaggregation: 'words',
      computed: 'flag',
    },
  },
  {
    kind: 'target',
    sheet: 'Targets',
    list: ['targets'],
    parent: ['indicator', 'indicator'],
    key: ['date'],
    fields: { date: 'day', value: 'number' },
  },
  {
    kind: 'reading',
    sheet: 'Readings',
    list: ['readings'],
    parent: ['indicator', 'indicator'],
    key: ['period'],
    shown: 'value',
    fields: { period: 'word', value: 'number' },
  },
  {
    kind: 'report',
    sheet: 'Reports',
    list: ['reporting'],
    key: ['id'],
    fields: { id: 'word', name: 'text', due_rule: 'word', who: 'word', basis: 'word', policy: 'word' },
  },
  {
    kind: 'policy',
    sheet: 'Policies',
    list: ['reminder_policies'],
    key: ['id'],
    fields: {
      id: 'word',
      offsets_days: 'numbers',
      overdue_days: 'numbers',
      escalate: 'ladder',
      'send_window.from': 'word',
      'send_window.to': 'word',
      working_days_only: 'flag',
      digest: 'flag',
    },
  },
]

/** The parts that belong to a kind. */
export function partsWithin(kind: ItemKind): readonly Part[] {
  return parts.filter(({ parent }) => parent?.[0] === kind)
}
