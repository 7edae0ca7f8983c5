import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endingOf, packedPath, plainName, readFilePattern, untaken } from './file-pattern';

const values = {
	number: '7-W-0012',
	title: '清风徐来',
	category: 'W',
	material: '参赛影片',
	town: '良渚街道',
	ext: 'mp4'
};

test('a pattern names folders and files by its parts', () => {
	expect(packedPath('{number}-{title}.{ext}', values)).toBe('7-W-0012-清风徐来.mp4');
	expect(packedPath('{category}/{town}/{number}.{ext}', values)).toBe('W/良渚街道/7-W-0012.mp4');
	expect(packedPath('{town}/{number}.{ext}', { ...values, town: '' })).toBe('7-W-0012.mp4');
	expect(packedPath('{town}/{title}', { ...values, town: '', title: '..' })).toBe('_');
});

test.each(['{who}', 'plain', '{number', '{number}}', '{__proto__}', `${'{number}'.repeat(20)}`])(
	'%s is no pattern',
	(pattern) => {
		expect(readFilePattern(pattern).ok).toBe(false);
	}
);

test('an empty pattern is the usual one', () => {
	expect(readFilePattern(' ')).toEqual({ ok: true, value: '{number}-{title}.{ext}' });
});

test.each([
	['../../etc/passwd', '_._etc_passwd'],
	['..\\..\\boot', '_._boot'],
	['/etc/shadow', '_etc_shadow'],
	['C:\\x', 'C_x'],
	['con', '_con'],
	['NUL.mp4', '_NUL.mp4'],
	['a\u0000b', 'a_b'],
	['\u202egpj.exe', '_gpj.exe'],
	['...', '_'],
	['  x . ', 'x']
])('%j cannot leave its folder or be a device', (title, name) => {
	expect(plainName(title)).toBe(name);
});

test('whatever a title holds, the path has the folders of the pattern and no more', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
			const path = packedPath('{category}/{number}-{title}.{ext}', { ...values, title });
			const parts = path.split('/');
			expect(parts).toHaveLength(2);
			for (const part of parts) {
				expect(part).not.toMatch(/^\.|[\\:*?"<>|\p{Cc}\p{Cf}]/u);
				expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(255);
			}
		})
	);
});

test('two files never have one name, on systems that know no capitals either', () => {
	const taken = new Set<string>();
	expect(['a.mp4', 'A.mp4', 'a.mp4', 'b'].map((path) => untaken(path, taken))).toEqual([
		'a.mp4',
		'A-2.mp4',
		'a-3.mp4',
		'b'
	]);
});

test('an ending is letters and digits, or what the bytes say', () => {
	expect(endingOf('x.MP4', 'bin')).toBe('mp4');
	expect(endingOf('x.tar.gz', 'bin')).toBe('gz');
	expect(endingOf('x', 'mp4')).toBe('mp4');
	expect(endingOf('x.a/b', 'mp4')).toBe('mp4');
});
