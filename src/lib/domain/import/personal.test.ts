import { expect, it } from 'vitest';
import { masked, personal } from './personal';

it.each([
	'13812345678',
	'138 1234 5678',
	'138-1234-5678',
	'+86 13812345678',
	'008613812345678',
	'１３８１２３４５６７８',
	'请找小王 19912345678。',
	'0571-88880000 / 13812345678'
])('knows the mobile number in “%s”', (text) => expect(personal(text)).toBe('personal-mobile'));

it.each([
	'330110199001011234',
	'33011019900101123X',
	'身份证330110199001011234号',
	'330110 19900101 1234'
])('knows the identity number in “%s”', (text) => expect(personal(text)).toBe('personal-id'));

it.each([
	'0571-88880000',
	'12388',
	'12345',
	'400-820-8820',
	'119.13800000000',
	'12813812345678900',
	'2024 13812 号',
	'330110199013011234',
	'统一代码 123301104700000001'
])('lets “%s” pass', (text) => expect(personal(text)).toBeNull());

it('hides the middle of the number in reports', () => {
	expect(masked('小王 13812345678')).toBe('小王 138****78');
	expect(masked('33011019900101123X')).toBe('330****3X');
	expect(masked('0571-8888')).toBe('0571-8888');
});
