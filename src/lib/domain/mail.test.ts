import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mail as en } from '../words/en/mail';
import { mail as zh } from '../words/zh/mail';
import { faults, fill, harmless, isAddress, preview, templateNames, templates } from './mail';

const origin = 'https://lian.example.gov.cn';
const text = { subject: '请审核：{{title}}', body: '{{name}}：{{ link }} {{home}}' };

describe('filling a mail', () => {
	it('puts each value where its placeholder stands', () => {
		expect(fill(text, { title: '良渚', name: '王', link: `${origin}/x` }, origin)).toEqual({
			ok: true,
			value: { subject: '请审核：良渚', body: `王：${origin}/x ${origin}` }
		});
	});

	it('never reads a value as a placeholder', () => {
		const filled = fill(text, { title: '{{link}}', name: '{{home}}', link: `${origin}/x` }, origin);
		expect(filled).toEqual({
			ok: true,
			value: { subject: '请审核：{{link}}', body: `{{home}}：${origin}/x ${origin}` }
		});
	});

	it('leaves a value that is not given empty, also one every object has', () => {
		expect(fill({ subject: 'a{{constructor}}b', body: '{{title}}.' }, {}, origin)).toEqual({
			ok: true,
			value: { subject: 'ab', body: '.' }
		});
	});

	it.each([
		'https://evil.example/x',
		`${origin}.evil.example/x`,
		`${origin}@evil.example/`,
		`${origin}/x y`,
		`${origin}/x\r\nBcc: a@evil.example`,
		'javascript:alert(1)',
		'//evil.example',
		''
	])('refuses the link %j, which is not ours', (link) => {
		expect(fill(text, { link }, origin)).toEqual({
			ok: false,
			refusals: [{ field: 'link', reason: 'foreign-link' }]
		});
	});

	it('keeps a subject one line and every value free of addresses a mail program would link', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (value) => {
				const filled = fill(text, { title: value, name: value, link: `${origin}/x` }, origin);
				expect(filled.ok).toBe(true);
				if (!filled.ok) return;
				expect(filled.value.subject).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/);
				const rest = filled.value.body.replace(` ${origin}`, '').replaceAll(`${origin}/x`, '');
				expect(rest).not.toMatch(/:\/\/|\w\.[a-z]/i);
			})
		);
	});

	it.each([
		['王\r\nBcc: evil@evil.example', '王 Bcc: evil@evil. example'],
		['https://evil.example/a', 'https: //evil. example/a'],
		['www.evil.example', 'www. evil. example'],
		['  两 边  ', '两 边'],
		['第2.0版', '第2.0版'],
		['evil\u202Egnp.exe', 'evil gnp. exe'],
		['字'.repeat(600), '字'.repeat(500)]
	])('the value %j is said as %j', (value, said) => {
		expect(harmless(value)).toBe(said);
	});

	it('says the name of the portal as the operator wrote it, and cuts a subject that grew too long', () => {
		const filled = fill(
			{ subject: '{{site}} {{title}}', body: '' },
			{ site: 'lian.example.gov.cn', title: '字'.repeat(400) },
			origin
		);
		const subject = filled.ok ? filled.value.subject : '';
		expect([subject.startsWith('lian.example.gov.cn 字'), subject.length]).toEqual([true, 200]);
	});

	it('refuses a subject that breaks its line', () => {
		expect(fill({ subject: 'a\r\nBcc: b', body: '' }, {}, origin)).toEqual({
			ok: false,
			refusals: [{ field: 'subject', reason: 'line-break' }]
		});
	});
});

describe('an address', () => {
	it.each(['a@b.cn', 'li.si+x@mail.example.gov.cn', '李@例子.中国', "o'b@x.y"])('%s is one', (a) =>
		expect(isAddress(a)).toBe(true)
	);
	it.each([
		'a',
		'@b',
		'a@',
		'a@b@c',
		'a b@c',
		'a@b,c@d',
		'a@b\r\nBcc: c@d',
		'a@b\nc',
		'<a@b>',
		'A <a@b>',
		'a@b;c@d',
		'a@b(c)',
		'"a"@b',
		'a@b\0',
		`${'a'.repeat(65)}@b.cn`,
		`a@${'b'.repeat(260)}`
	])('%j is none', (a) => expect(isAddress(a)).toBe(false));
});

describe('a text an office writes', () => {
	const good = { subject: '确认 {{site}}', body: '{{link}}' };
	const wrong = (over: Partial<typeof good>) => faults('confirm', { ...good, ...over }, origin);

	it('is kept when nothing is wrong', () => {
		expect(wrong({})).toEqual([]);
		expect(wrong({ body: `{{link}} 见 ${origin}/about，谢谢` })).toEqual([]);
	});

	it.each([
		[{ subject: ' ' }, { field: 'subject', reason: 'required' }],
		[
			{ subject: '见{{title}}' },
			{ field: 'subject', reason: 'unknown-placeholder', detail: { at: 1, name: 'title' } }
		],
		[
			{ body: '{{link}} {{toString}}' },
			{ field: 'body', reason: 'unknown-placeholder', detail: { at: 9, name: 'toString' } }
		],
		[{ body: '{{link}} {{name' }, { field: 'body', reason: 'open-placeholder', detail: { at: 9 } }],
		[{ body: '没有' }, { field: 'body', reason: 'link-missing' }],
		[{ subject: '{{link}}' }, { field: 'subject', reason: 'link-in-subject' }],
		[
			{ body: '{{link}} http://evil.example' },
			{ field: 'body', reason: 'foreign-link', detail: { at: 9 } }
		],
		[
			{ body: `{{link}} ${origin}.evil.example/` },
			{ field: 'body', reason: 'foreign-link', detail: { at: 9 } }
		],
		[{ subject: 'a\r\nb' }, { field: 'subject', reason: 'line-break', detail: { at: 1 } }],
		[{ body: '{{link}}\0' }, { field: 'body', reason: 'control', detail: { at: 8 } }],
		[
			{ subject: 'x'.repeat(121) },
			{ field: 'subject', reason: 'too-long', detail: { limit: 120, length: 121 } }
		]
	])('%j is refused', (over, refusal) => {
		expect(wrong(over)).toEqual([refusal]);
	});

	it('of half a million characters is refused for its length alone', () => {
		const length = 500_000;
		for (const body of ['a'.repeat(length), '{{'.repeat(length / 2), 'http://'.repeat(length / 7)])
			expect(wrong({ body }).map(({ reason }) => reason)).toEqual(
				expect.arrayContaining(['too-long'])
			);
		expect(wrong({ body: `{{link}}${'a'.repeat(3990)}` })).toEqual([]);
	});

	it('is previewed with examples and a link of ours, or refused like when it is kept', () => {
		expect(preview('confirm', good, { site: '廉图' }, origin)).toEqual({
			ok: true,
			value: { subject: '确认 廉图', body: `${origin}/example` }
		});
		expect(preview('confirm', { ...good, body: 'x' }, {}, origin)).toEqual({
			ok: false,
			refusals: [{ field: 'body', reason: 'link-missing' }]
		});
	});
});

describe.each([
	['zh', zh],
	['en', en]
])('our own texts in %s', (_locale, words) => {
	it.each(templateNames)('%s holds to its own rules', (name) => {
		expect(faults(name, words[name], origin)).toEqual([]);
	});
});

it('every mail that opens an account needs its link', () => {
	expect(templateNames.filter((name) => !templates[name].needsLink)).toEqual([
		'password-changed',
		'factor-changed'
	]);
});
