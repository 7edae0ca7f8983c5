import { describe, expect, it } from 'vitest';
import { readBook } from './book-form';
import { blankBook, typedBook, valuesOf } from './book-values';

const good: Record<string, string> = {
	...{ slug: 'a-walk', titleZh: '走一走', places: 'one\ntwo\n', position: 'required' },
	...{ quizAt: '1', bookletAt: '2', stock: '5', holdDays: '3', questions: '2', passAt: '1' },
	...{ 'q0.zh': '几处？', 'q0.choices': '一处\n两处', 'q0.right': '2', 'q0.source': '公开报道' }
};
const sent = (over: Record<string, string> = {}) => {
	const all: Record<string, string> = { ...good, ...over };
	return { get: (name: string) => all[name] ?? null, all: () => [] };
};
const why = (over: Record<string, string>) => {
	const read = readBook(sent(over));
	return read.ok ? [] : read.refusals.map(({ field, reason }) => `${field} ${reason}`);
};

describe('the form of a stamp book', () => {
	it('is read with its places in order and its empty question dropped', () => {
		expect(readBook(sent())).toMatchObject({
			ok: true,
			value: {
				...{ places: ['one', 'two'], quizAt: 1, certificateAt: null, bookletAt: 2, stock: 5 },
				...{ position: 'required', passAt: 1, titleEn: null, trailId: null },
				questions: [
					{
						text: { zh: '几处？', en: null },
						choices: [
							{ zh: '一处', en: null },
							{ zh: '两处', en: null }
						],
						right: 1,
						source: { zh: '公开报道', en: null }
					}
				]
			}
		});
	});

	it('asks nobody for places when it follows a trail', () => {
		expect(readBook(sent({ trail: 't1', places: 'x' }))).toMatchObject({
			value: { trailId: 't1', places: [] }
		});
	});

	it.each([
		[{ slug: '' }, ['slug missing']],
		[{ slug: 'A b' }, ['slug slug']],
		[{ titleZh: '长'.repeat(61) }, ['titleZh too-long']],
		[{ places: '' }, ['places no-places']],
		[{ places: 'one\none' }, ['places twice']],
		[{ quizAt: '0' }, ['quizAt number']],
		[{ quizAt: '1.5' }, ['quizAt number']],
		[{ questions: '0' }, ['quizAt no-questions']],
		[{ passAt: '2' }, ['passAt pass-at']],
		[{ stock: '' }, ['stock no-stock']],
		[{ stock: '-1' }, ['stock number', 'stock no-stock']],
		[{ 'q0.choices': '一处' }, ['q0.choices choices', 'q0.right right']],
		[{ 'q0.choices': '一处\n一处' }, ['q0.choices choices']],
		[{ 'q0.choicesEn': 'one' }, ['q0.choicesEn choices-en']],
		[{ 'q0.right': '3' }, ['q0.right right']],
		[{ 'q0.zh': '王某受贿几次？' }, ['q0.zh accuses']]
	] as const)('says what is wrong with %o', (over, reasons) => {
		expect(why(over)).toEqual(reasons);
	});

	it('shows again what was typed, and a book as it stands, with room for one question more', () => {
		const typed = typedBook(sent({ stock: 'viele' }));
		expect([typed.stock, typed.questions.length, typed.questions[0]!.choices]).toEqual([
			'viele',
			2,
			'一处\n两处'
		]);
		const read = readBook(sent());
		if (!read.ok) throw new Error('not read');
		const { places, ...value } = read.value;
		const shown = valuesOf({ ...value, revision: 4 }, places);
		expect(readBook({ get: (name) => fieldOf(shown, name), all: () => [] })).toEqual(read);
		expect([shown.revision, shown.questions.length, blankBook().questions.length]).toEqual([
			4, 2, 1
		]);
	});
});

/** What an input of the form would send. */
function fieldOf(shown: ReturnType<typeof valuesOf>, name: string): string | null {
	const [, i, part] = /^q(\d+)\.(\w+)$/.exec(name) ?? [];
	if (i) return shown.questions[Number(i)]?.[part as 'zh'] ?? null;
	if (name === 'questions') return String(shown.questions.length);
	const value = shown[name as keyof typeof shown];
	return typeof value === 'string' ? value : null;
}
