/** What a consultation asks about a person, and where help is, when its file does not say. */
import type { AboutQuestion, Option } from './consultation.ts'
import type { Localized } from './phrase.ts'
import type { Safeguarding } from './safeguarding.ts'

const preferNot: Localized = { pl: 'wolę nie mówić', en: 'prefer not to say', uk: 'не хочу казати' }
const same = (label: string): Localized => ({ pl: label, en: label, uk: label })

/** Bands at the age question, cut where the channels' age policies cut (13, 16, 18). */
export const usualAgeBands: readonly Option[] = [
  { id: 'u13', label: { pl: 'mniej niż 13', en: 'under 13', uk: 'менше 13' } },
  { id: 'a13_15', label: same('13–15') },
  { id: 'a16_17', label: same('16–17') },
  { id: 'a18_26', label: same('18–26') },
  { id: 'a27', label: { pl: '27 lub więcej', en: '27 or more', uk: '27 або більше' } },
]

/** Asked last, skippable, kept only as bands. */
export const usualAbout: readonly AboutQuestion[] = [
  {
    id: 'age_band',
    text: { pl: 'W jakim jesteś wieku?', en: 'What is your age group?', uk: 'Яка твоя вікова група?' },
    options: [
      { id: 'b10_12', label: same('10–12') },
      { id: 'b13_15', label: same('13–15') },
      { id: 'b16_18', label: same('16–18') },
      { id: 'b19_26', label: same('19–26') },
      { id: 'b_na', label: preferNot },
    ],
  },
  {
    id: 'city_part',
    text: {
      pl: 'W której części miasta spędzasz najwięcej czasu?',
      en: 'In which part of the city do you spend most time?',
      uk: 'У якій частині міста ти проводиш найбільше часу?',
    },
  },
]

/** Help before any file was imported: the safe words and the nationwide helplines, none of them verified here. */
export const usualSafeguarding: Safeguarding = {
  safeWords: ['pomoc', 'help', 'допомога', 'sos'],
  helpCard: {
    title: {
      pl: 'Tu ktoś Cię wysłucha – za darmo',
      en: 'Someone will listen here – free of charge',
      uk: 'Тут тебе вислухають – безкоштовно',
    },
    lines: [
      {
        id: 'emergency',
        number: '112',
        hours: '24/7',
        purpose: {
          pl: 'Gdy jest niebezpiecznie teraz',
          en: 'If there is danger now',
          uk: 'Якщо небезпека зараз',
        },
        verifiedOn: null,
      },
      {
        id: 'kids_116111',
        number: '116 111',
        hours: '24/7',
        url: 'https://116111.pl',
        purpose: {
          pl: 'Telefon zaufania dla dzieci i młodzieży, też czat',
          en: 'Helpline for children and young people, chat too',
          uk: 'Телефон довіри для дітей і молоді, також чат',
        },
        verifiedOn: null,
      },
      {
        id: 'ombudsman',
        number: '800 12 12 12',
        hours: '24/7',
        url: 'https://czat.brpd.gov.pl',
        purpose: {
          pl: 'Dziecięcy Telefon Zaufania Rzecznika Praw Dziecka, też czat',
          en: 'Ombudsman for Children helpline, chat too',
          uk: 'Телефон довіри Уповноваженого з прав дитини, також чат',
        },
        verifiedOn: null,
      },
    ],
    staleAfterDays: 180,
  },
  texts: {},
  window: 6,
  patterns: [],
  routing: {},
}
