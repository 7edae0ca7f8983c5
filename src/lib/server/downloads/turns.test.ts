import { expect, test } from 'vitest';
import { turns } from './turns';

test('one address gets so many downloads at once, all together so many more', () => {
	const gate = turns({ each: 2, all: 3 });
	const first = gate.begin('192.0.2.1');
	expect(first).not.toBeNull();
	expect(gate.begin('192.0.2.1')).not.toBeNull();
	expect(gate.begin('::ffff:192.0.2.1')).toBeNull();
	expect(gate.begin('2001:db8::1')).not.toBeNull();
	expect(gate.begin('192.0.2.2')).toBeNull();
	first!();
	first!();
	expect(gate.begin('192.0.2.2')).not.toBeNull();
	expect(gate.begin('192.0.2.3')).toBeNull();
});
