import { describe, expect, test } from 'vitest';
import { cleanCrop, cutOf, focalIn, steered, widthsOf } from './crop';
import { kindOf } from './kinds';
import { cleanName, extensionOf } from './name';

describe('the name of a file', () => {
	test('is never a path', () => {
		expect(cleanName('../../etc/passwd')).toBe('passwd');
		expect(cleanName('C:\\Windows\\system32\\good.jpg')).toBe('good.jpg');
		expect(cleanName('../../x')).toBe('x');
		expect(cleanName('..')).toBe('file');
		expect(cleanName('')).toBe('file');
	});

	test('loses what cannot be seen or turns the reading direction', () => {
		expect(cleanName('a\0b\r\nc.jpg')).toBe('abc.jpg');
		expect(cleanName('photo\u202egpj.exe')).toBe('photogpj.exe');
		expect(cleanName('\u2066\u200b廉.png\u2069')).toBe('廉.png');
		expect(cleanName('a\ud800b.png')).toBe('ab.png');
		expect(cleanName('"><script>.png')).toBe('script.png');
	});

	test('is at most 120 characters, and keeps its ending', () => {
		const long = cleanName(`${'玉'.repeat(10_000)}.jpeg`);
		expect([...long].length).toBe(120);
		expect(long.endsWith('.jpeg')).toBe(true);
		expect([...cleanName('𠮷'.repeat(300))].length).toBe(120);
	});

	test('has an ending in lower case, or none', () => {
		expect(['A.JPG', 'a.tar.gz', 'a', '.x', 'a.', 'a.谱'].map(extensionOf)).toEqual([
			'jpg',
			'gz',
			'',
			'x',
			'',
			''
		]);
	});
});

describe('the kind of a file', () => {
	test('is what its bytes say, under a name that does not say otherwise', () => {
		expect(kindOf('image/jpeg', 'a.jpg')).toMatchObject({ form: 'photo', extension: 'jpg' });
		expect(kindOf('image/png', '微信图片.jpg')).toMatchObject({ form: 'photo', extension: 'png' });
		expect(kindOf('application/pdf', 'a')).toMatchObject({ form: 'document' });
		expect(kindOf('image/jpeg', 'a.html')).toBe('mismatch');
		expect(kindOf('application/pdf', 'a.mp3')).toBe('mismatch');
		expect(kindOf('audio/mpeg', 'a.ogg')).toBe('mismatch');
	});

	test('is one of a short list', () => {
		expect(kindOf(null, 'a.jpg')).toBe('unknown');
		expect(kindOf('video/mp4', 'a.mp4')).toBe('unknown');
		expect(kindOf('constructor', 'a.jpg')).toBe('unknown');
		expect(kindOf('application/zip', 'a.jpg')).toBe('archive');
		expect(kindOf('image/svg+xml', 'a.png')).toBe('vector');
		expect(kindOf('image/png', 'a.svg')).toBe('vector');
		expect(kindOf('text/html', 'a.jpg')).toBe('page');
		expect(kindOf('image/gif', 'a.gif')).toBe('animated');
	});
});

describe('a crop', () => {
	test('stays inside the picture', () => {
		expect(cleanCrop({ x: -1, y: 0.5, width: 9, height: 0.25 })).toEqual({
			x: 0,
			y: 0.5,
			width: 1,
			height: 0.25
		});
		expect(cleanCrop({ x: 0.25, y: 0.25, width: 0, height: 1 })).toBeNull();
		expect(cleanCrop({ x: NaN, y: 0, width: 1, height: 1 })).toBeNull();
		expect(cleanCrop({ x: 1, y: 1, width: 1, height: 1 })).toBeNull();
	});

	test('of everything is none', () => {
		expect(cleanCrop({ x: 0, y: 0, width: 1, height: 1 })).toBeNull();
		expect(cleanCrop(null)).toBeNull();
	});

	test('keeps whole pixels, at least one', () => {
		expect(cutOf({ x: 0.25, y: 0.5, width: 0.5, height: 0.5 }, 101, 50)).toEqual({
			left: 25,
			top: 25,
			width: 51,
			height: 25
		});
		expect(cutOf({ x: 0.9999, y: 0.9999, width: 0.0001, height: 0.0001 }, 20, 20)).toEqual({
			left: 19,
			top: 19,
			width: 1,
			height: 1
		});
		expect(cutOf(null, 30, 20)).toEqual({ left: 0, top: 0, width: 30, height: 20 });
	});

	test('steered by keys stays inside the picture and never closes', () => {
		const crop = { x: 0.1, y: 0.1, width: 0.8, height: 0.8 };
		expect(steered(crop, [1, -1], false)).toEqual({ ...crop, x: 0.11, y: 0.09 });
		expect(steered(crop, [90, -90], false)).toEqual({ ...crop, x: 0.2, y: 0 });
		expect(steered(crop, [90, -90], true)).toEqual({ ...crop, width: 0.9, height: 0.05 });
	});

	test('carries the focal point along', () => {
		const crop = { x: 0.5, y: 0, width: 0.5, height: 1 };
		expect(focalIn(crop, 0.75, 0.25)).toEqual({ x: 0.5, y: 0.25 });
		expect(focalIn(crop, 0.25, 0.25)).toEqual({ x: 0, y: 0.25 });
		expect(focalIn(null, 0.3, 2)).toEqual({ x: 0.3, y: 1 });
	});
});

test('a picture is kept in the widths it has, never wider', () => {
	expect(widthsOf('photo', 4000)).toEqual([400, 800, 1600]);
	expect(widthsOf('photo', 1000)).toEqual([400, 800, 1000]);
	expect(widthsOf('photo', 800)).toEqual([400, 800]);
	expect(widthsOf('photo', 120)).toEqual([120]);
	expect(widthsOf('panorama', 3000)).toEqual([800, 1600, 3000]);
});
