import { describe, expect, it } from 'vitest';
import { aPlan, content } from '$tests/contests';
import { NOON } from '$tests/make';
import { crewRows, isPhone } from './crew';
import { missing } from './missing';
import type { HeldFile } from './missing';
import type { Plan } from './plan';

const film = (over: Partial<HeldFile> = {}): HeldFile => ({
	id: 'f',
	filmId: 'x',
	materialId: 'film',
	name: '清风.mp4',
	bytes: 9,
	form: 'film',
	state: 'ready',
	verdicts: [],
	at: NOON,
	...over
});

const owed = (
	over: Parameters<typeof content>[0] = {},
	{
		plan = aPlan(),
		files = [film()],
		channel = 'person' as 'person' | 'unit',
		categoryId = 'film'
	}: { plan?: Plan; files?: HeldFile[]; channel?: 'person' | 'unit'; categoryId?: string } = {}
) =>
	missing(plan, { categoryId, channel, content: content(over) }, files, NOON).map(
		({ field, reason }) => `${field} ${reason}`
	);

describe('what an entry lacks', () => {
	it('is nothing when everything asked is there', () => {
		expect(owed()).toEqual([]);
	});

	it('names texts that are missing, too long, or tell the jury a number of somebody', () => {
		expect(owed({ title: ' ', synopsis: '字'.repeat(601) })).toEqual([
			'title required',
			'synopsis too-long'
		]);
		expect(owed({ title: '找我 13800000000' })).toEqual(['title private-number']);
	});

	it('counts characters as people do, not as computers store them', () => {
		expect(owed({ title: '𠮷'.repeat(60) })).toEqual([]);
		expect(owed({ title: '𠮷'.repeat(61) })).toEqual(['title too-long']);
	});

	it('names a crew of more people than a form has rows', () => {
		const crew = (n: number) =>
			Array.from({ length: n }, (_, at) => ({ ...content().crew[0]!, id: `p${at}` }));
		expect(owed({ crew: crew(40) })).toEqual([]);
		expect(owed({ crew: crew(41) })).toEqual(['crew too-many-people']);
	});

	it('takes only days of the calendar that are not to come', () => {
		expect(owed({ madeOn: '2026-02-30' })).toEqual(['madeOn not-date']);
		expect(owed({ madeOn: '去年' })).toEqual(['madeOn not-date']);
		expect(owed({ madeOn: '2026-11-23' })).toEqual(['madeOn future']);
		expect(owed({ madeOn: '2026-11-22' })).toEqual([]);
		expect(owed({ madeOn: null })).toEqual([]);
	});

	it('asks units for their name, and their town where the town recommends', () => {
		expect(owed({}, { channel: 'unit' })).toEqual(['town required', 'unit required']);
		expect(owed({ town: 'pingyao', unit: '某村' }, { channel: 'unit' })).toEqual([]);
	});

	it('asks for every role that is owed', () => {
		expect(owed({ crew: [] })).toEqual(['crew role-owed']);
		const member = { id: 'a', name: '李', role: 'king', age: 'adult' as const, guardian: null };
		expect(owed({ crew: [member] })).toEqual(['crew.0.role role', 'crew role-owed']);
	});

	it('asks a guardian of everybody under fourteen, and the statement of guardians', () => {
		const child = { id: 'b', name: '小', role: 'director', age: 'under-14' as const };
		expect(owed({ crew: [{ ...child, guardian: null }] })).toEqual([
			'crew.0.guardian.name guardian',
			'crew.0.guardian.consent guardian-consent',
			'agreed.guardian statement'
		]);
		const guardian = { name: '李', phone: '0571-88888888', consent: true };
		const agreed = [...content().agreed, 'guardian'];
		expect(owed({ crew: [{ ...child, guardian }], agreed })).toEqual([]);
		expect(owed({ crew: [{ ...child, age: 'under-18', guardian: null }] })).toEqual([]);
	});

	it('wants the film, and one that its category takes', () => {
		const verdict = (result: 'fail' | 'warn') => [
			{ rule: 'length' as const, result, measured: 9, asked: '180–' }
		];
		expect(owed({}, { files: [] })).toEqual(['file.film file']);
		expect(owed({}, { files: [film({ state: 'unusable' })] })).toEqual(['file.film file-unusable']);
		expect(owed({}, { files: [film({ verdicts: verdict('fail') })] })).toEqual([
			'file.film film-fails'
		]);
		expect(owed({}, { files: [film({ verdicts: verdict('warn') })] })).toEqual([]);
		// What is still being looked at does not hold anybody up.
		expect(owed({}, { files: [film({ state: 'arrived', verdicts: null })] })).toEqual([]);
		expect(owed({}, { files: [film(), film({ id: 'g' })] })).toEqual(['file.film too-many-files']);
	});

	it('wants captions as a file only where the category says so', () => {
		const plan = aPlan();
		plan.categories[0]!.film = { ...plan.categories[0]!.film!, subtitles: 'file' };
		expect(owed({}, { plan })).toEqual(['file.captions file']);
		const captions = film({ id: 'c', materialId: 'captions', form: 'captions' });
		expect(owed({}, { plan, files: [film(), captions] })).toEqual([]);
	});

	it('wants it said whether machines made any of it', () => {
		expect(owed({ ai: null })).toEqual(['ai ai']);
		expect(owed({ ai: { kinds: ['other'], note: null } })).toEqual(['ai.note ai-other']);
		expect(owed({ ai: { kinds: ['voice'], note: null } })).toEqual([]);
	});

	it('wants every required statement agreed to', () => {
		expect(owed({ agreed: ['originality', 'ai', 'consent'] })).toEqual(['agreed.rights statement']);
	});

	it('wants answers to required questions of the own category, of the kind asked', () => {
		const question = {
			...aPlan().questions[0]!,
			id: 'q',
			required: true,
			label: { zh: '问' }
		};
		const asked = (
			kind: Plan['questions'][number]['kind'],
			said: string | number | string[] | boolean | null,
			more = {}
		) => {
			const one = { ...question, kind, options: [{ id: 'a', label: { zh: '甲' } }], ...more };
			const plan = aPlan();
			plan.questions = [one] as Plan['questions'];
			return owed({ answers: { q: said } }, { plan });
		};
		expect(asked('text', ' ')).toEqual(['answers.q required']);
		expect(asked('text', '答')).toEqual([]);
		expect(asked('number', '很多')).toEqual(['answers.q not-number']);
		expect(asked('number', 0)).toEqual([]);
		expect(asked('yes', null)).toEqual(['answers.q required']);
		expect(asked('yes', false)).toEqual([]);
		expect(asked('choices', [])).toEqual(['answers.q required']);
		expect(asked('choices', ['a', 'a'], { max: 1 })).toEqual(['answers.q too-many']);
		expect(asked('file', null)).toEqual(['file.q file']);
		expect(asked('text', null, { categories: ['video'] })).toEqual([]);
	});

	it('is the category, when the office took it away', () => {
		expect(owed({}, { categoryId: 'gone' })).toEqual(['category category-gone']);
	});
});

it('takes telephone numbers as people write them', () => {
	const right = ['13800000000', '0571-88888888', '+86 138 0000 0000', '0571-88888888转801'];
	const wrong = ['', '12', '不知道', '138000', 'abc13800000000'];
	expect(right.map(isPhone)).toEqual(right.map(() => true));
	expect(wrong.map(isPhone)).toEqual(wrong.map(() => false));
});

it('shows a row for every role that is owed, and one where nothing is', () => {
	const roles = [
		{ id: 'director', min: 1 },
		{ id: 'actor', min: 2 }
	];
	let n = 0;
	const newId = () => `n${++n}`;
	expect(crewRows([], roles, 0, newId).map(({ role }) => role)).toEqual([
		'director',
		'actor',
		'actor'
	]);
	expect(crewRows([], [], 0, newId).length).toBe(1);
	const one = { id: 'a', name: '李', role: 'director', age: 'adult' as const, guardian: null };
	expect(crewRows([one], roles, 1, newId).map(({ role }) => role)).toEqual([
		'director',
		'actor',
		'actor',
		'director'
	]);
});
