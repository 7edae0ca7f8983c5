import { describe, expect, test } from 'vitest';
import { boundaryOf, Malformed, parts } from './multipart';

const stream = (text: string | Buffer, size = 7) =>
	new ReadableStream<Uint8Array>({
		start(controller) {
			const bytes = Buffer.from(text as string);
			for (let i = 0; i < bytes.length; i += size) controller.enqueue(bytes.subarray(i, i + size));
			controller.close();
		}
	});

async function read(text: string | Buffer, size?: number, wanted = (_name: string) => true) {
	const found: [string, string | null, string][] = [];
	for await (const { name, filename, bytes } of parts(stream(text, size), 'XX')) {
		if (!wanted(name)) continue;
		const pieces: Buffer[] = [];
		for await (const piece of bytes) pieces.push(piece);
		found.push([name, filename, Buffer.concat(pieces).toString()]);
	}
	return found;
}

const field = (name: string, value: string, filename?: string) =>
	`--XX\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n\r\n${value}\r\n`;
const form = field('alt', '玉琮') + field('file', 'a\r\n--X\r\n--Xb', '玉.png') + '--XX--\r\n';

describe('a form read as it arrives', () => {
	test('comes out the same however it is cut', async () => {
		for (const size of [1, 2, 3, 5, 8, 13, 1000])
			expect(await read(form, size)).toEqual([
				['alt', null, '玉琮'],
				['file', '玉.png', 'a\r\n--X\r\n--Xb']
			]);
	});

	test('passes over fields nobody reads, and those read half', async () => {
		expect(await read(form, 4, (name) => name === 'file')).toHaveLength(1);
		const names: string[] = [];
		for await (const { name, bytes } of parts(stream(field('a', 'x'.repeat(99)) + form), 'XX')) {
			names.push(name);
			for await (const piece of bytes) if (piece) break;
		}
		expect(names).toEqual(['a', 'alt', 'file']);
	});

	test('knows the quotes and line breaks browsers escape', async () => {
		expect(await read(field('f', '', 'a%22b%0D%0A.png') + '--XX--')).toEqual([
			['f', 'a"b\r\n.png', '']
		]);
	});

	test('says when it breaks off or is none', async () => {
		const broken = [
			'',
			'hello',
			'--XX',
			'--XXhello',
			field('a', 'b'),
			form.slice(0, -6),
			`--XX\r\n${'a'.repeat(20_000)}`,
			field('a', 'b').repeat(300) + '--XX--'
		];
		for (const text of broken) await expect(read(text, 500)).rejects.toThrow(Malformed);
	});

	test('passes on what the body itself throws', async () => {
		const body = new ReadableStream<Uint8Array>({
			pull(controller) {
				controller.error(new Error('gone'));
			}
		});
		const all = async () => {
			for await (const piece of parts(body, 'XX')) void piece;
		};
		await expect(all()).rejects.toThrow('gone');
	});
});

test('the boundary is read from the content type of a form only', () => {
	expect(boundaryOf('multipart/form-data; boundary=----WebKitX')).toBe('----WebKitX');
	expect(boundaryOf('multipart/form-data; boundary="a b"')).toBe('a b');
	expect(boundaryOf('multipart/form-data; charset=utf-8; boundary=x')).toBe('x');
	for (const wrong of [
		null,
		'',
		'multipart/form-data',
		'text/plain; boundary=x',
		'multipart/form-data; boundary='
	])
		expect(boundaryOf(wrong)).toBeNull();
});
