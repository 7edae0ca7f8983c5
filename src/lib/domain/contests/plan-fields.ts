import { audioCodecs, containers, subtitleRules, videoCodecs } from '../films/limits';
import { aiKinds, chainLevels, channels, keptFields, materialKinds, questionKinds } from './plan';
import type { PlanField } from './plan-field';
import { most } from './plan-most';
import type { PlanPart, PlanSection } from './plan-parts';

export type { PlanField } from './plan-field';

const MB = 1024 ** 2;
const GB = 1024 ** 3;
const both = (name: string, max: number, rows?: number): PlanField => ({
	kind: 'both',
	name,
	max,
	...(rows ? { rows } : {})
});
const maybe = (name: string, max: number, rows?: number): PlanField => ({
	kind: 'both',
	name,
	max,
	optional: true,
	...(rows ? { rows } : {})
});
const yes = (name: string): PlanField => ({ kind: 'yes', name });
const moment = (name: string, end = false): PlanField => ({ kind: 'moment', name, end });

const film: PlanField = {
	kind: 'group',
	name: 'film',
	optional: true,
	fields: [
		{ kind: 'seconds', name: 'minSeconds', optional: true, presets: [30, 60, 180] },
		{ kind: 'seconds', name: 'maxSeconds', optional: true, presets: [60, 180, 300, 900, 1800] },
		{ kind: 'bytes', name: 'maxBytes', presets: [500 * MB, GB, 2 * GB, 4 * GB] },
		{ kind: 'many', name: 'containers', options: containers },
		{ kind: 'ratios', name: 'ratios', presets: ['16:9', '9:16', '4:3', '1:1', '21:9'] },
		{ kind: 'whole', name: 'minShortSide', optional: true },
		{ kind: 'whole', name: 'maxLongSide', optional: true },
		{ kind: 'one', name: 'subtitles', options: subtitleRules },
		yes('sound'),
		{ kind: 'many', name: 'videoCodecs', options: videoCodecs },
		{ kind: 'many', name: 'audioCodecs', options: audioCodecs },
		{ kind: 'number', name: 'minRate', optional: true },
		{ kind: 'number', name: 'maxRate', optional: true },
		{ kind: 'bitrate', name: 'minBitrate', optional: true, presets: [2e6, 5e6, 8e6] },
		{ kind: 'share', name: 'maxBlack', optional: true, presets: [0.1, 0.2] },
		{ kind: 'share', name: 'maxSilent', optional: true, presets: [0.2, 0.3] },
		{ kind: 'number', name: 'minLoudness', optional: true },
		{ kind: 'number', name: 'maxLoudness', optional: true },
		{
			kind: 'warns',
			name: 'severity',
			rules: [
				'length',
				'size',
				'container',
				'ratio',
				'resolution',
				'subtitles',
				'video-codec',
				'audio-codec',
				'rate',
				'bitrate',
				'sound',
				'black',
				'silence',
				'loudness'
			]
		}
	]
};

const materials: PlanField = {
	kind: 'list',
	name: 'materials',
	key: 'id',
	most: most.materials,
	blank: { kind: 'file', max: '1', maxBytes: '20 MB', jury: 'on' },
	fields: [
		both('title', 60),
		{ kind: 'one', name: 'kind', options: materialKinds },
		{ kind: 'whole', name: 'max' },
		{ kind: 'bytes', name: 'maxBytes', presets: [2 * MB, 10 * MB, 20 * MB, 100 * MB] },
		yes('required'),
		yes('jury'),
		maybe('help', 300, 2)
	]
};

const sections: Record<PlanSection, readonly PlanField[]> = {
	call: [{ kind: 'group', name: 'call', fields: [both('title', 120), maybe('text', 20_000, 16)] }],
	categories: [
		{
			kind: 'list',
			name: 'categories',
			key: 'id',
			most: most.categories,
			blank: { 'channels.person': 'on', 'channels.unit': 'on' },
			fields: [
				both('title', 60),
				{ kind: 'line', name: 'code', max: 6 },
				{ kind: 'whole', name: 'quota', optional: true },
				{ kind: 'many', name: 'channels', options: channels },
				yes('university'),
				maybe('about', 600, 2)
			]
		}
	],
	form: [
		{
			kind: 'list',
			name: 'crew',
			key: 'id',
			most: most.crew,
			blank: { min: '0' },
			fields: [both('title', 40), { kind: 'whole', name: 'min' }]
		},
		{ kind: 'many', name: 'aiKinds', options: aiKinds },
		{
			kind: 'list',
			name: 'questions',
			key: 'id',
			most: most.questions,
			blank: { kind: 'text', max: '200' },
			fields: [
				both('label', 120),
				{ kind: 'one', name: 'kind', options: questionKinds },
				{ kind: 'whole', name: 'max', optional: true },
				{
					kind: 'list',
					name: 'options',
					key: 'id',
					most: most.options,
					fields: [both('label', 80)]
				},
				{ kind: 'asked', name: 'categories' },
				yes('required'),
				yes('personal'),
				yes('jury'),
				maybe('help', 300, 2)
			]
		}
	],
	channels: [
		{
			kind: 'group',
			name: 'channels',
			fields: [
				{
					kind: 'group',
					name: 'person',
					fields: [yes('open'), { kind: 'whole', name: 'perPerson', optional: true }]
				},
				{
					kind: 'group',
					name: 'unit',
					fields: [
						yes('open'),
						{ kind: 'whole', name: 'perUnit', optional: true },
						{ kind: 'many', name: 'chain', options: chainLevels },
						{ kind: 'numbers', name: 'quotas', words: chainLevels }
					]
				}
			]
		}
	],
	statements: [
		{
			kind: 'list',
			name: 'statements',
			key: 'key',
			most: most.statements,
			blank: { required: 'on' },
			fields: [both('title', 80), both('text', 8000, 6), yes('required'), yes('guardian')]
		}
	],
	dates: [
		{
			kind: 'group',
			name: 'dates',
			fields: [
				moment('opensAt'),
				moment('closesAt', true),
				{ kind: 'whole', name: 'graceMinutes' },
				moment('correctUntil', true),
				{
					kind: 'list',
					name: 'rounds',
					key: 'id',
					most: most.rounds,
					fields: [both('title', 60), moment('from'), moment('until', true)]
				},
				moment('noticeFrom'),
				moment('noticeUntil', true),
				moment('resultsAt')
			]
		}
	],
	numbering: [{ kind: 'line', name: 'numbering', max: 60 }],
	keeping: [
		{ kind: 'numbers', name: 'retention', words: keptFields },
		{ kind: 'one', name: 'showing', options: ['never', 'per-entry'] },
		{ kind: 'group', name: 'eligibility', fields: [yes('twoPersons')] },
		{ kind: 'bytes', name: 'quotaBytes', presets: [5 * GB, 10 * GB, 20 * GB, 50 * GB] },
		{ kind: 'whole', name: 'uploadDays' }
	]
};

/** The inputs of one page of a plan. */
export const fieldsOf = (part: PlanPart): readonly PlanField[] =>
	part.startsWith('category:') ? [film, materials] : sections[part as PlanSection];

/** The list of that dotted name, whatever rows it stands in; null for none. */
export function listAt(
	fields: readonly PlanField[],
	name: string
): Extract<PlanField, { kind: 'list' }> | null {
	const words = name.split('.').filter((one) => !/^\d+$/.test(one));
	let within = fields;
	let found: PlanField | undefined;
	for (const word of words) {
		found = within.find((field) => field.name === word);
		within = found && 'fields' in found ? found.fields : [];
	}
	return found?.kind === 'list' ? found : null;
}
