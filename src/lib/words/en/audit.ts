import { anyDeed } from '../deed';
import { acts, fields, machines, nouns, values } from './audit-acts';
import type { Finding } from '../../domain/audit/finding';
import type { audit as zh, command as zhCommand } from '../zh/audit';

const range = ({ seq, to }: Finding) =>
	to === undefined || to === seq ? `record ${seq}` : `records ${seq}–${to}`;
const part = ({ part }: Finding) => (part ? ` (${part})` : '');

export const audit: typeof zh = {
	title: 'Audit trail',
	lead: 'Who did what to which thing, when, from where and why. Records are only ever added; each is part of a signed tree, so that one edited, inserted, deleted, moved or cut off is found.',
	acts,
	nouns,
	machines,
	fields,
	values,
	findings: {
		edited: (f) => `${range(f)}: edited${part(f)}`,
		moved: (f) => `${range(f)}: moved, was record ${f.was}${f.to && f.to !== f.seq ? ' on' : ''}`,
		added: (f) => `${range(f)}: added past the portal`,
		missing: (f) => `${range(f)}: deleted`,
		cut: (f) => `${range(f)}: cut off the end, or the database was put back to an older copy`,
		undated: (f) => `${range(f)}: dated before the one before`,
		unsigned: (f) =>
			`${range(f)}: no checkpoint covers it; added while the portal was stopped, or the power failed`,
		between: (f) =>
			`${range(f)}: edited somewhere in here (the kept hashes that would say where are gone)`,
		tree: (f) => `after record ${f.seq}: the stored edge of the tree does not fit the records`,
		personal: (f) => `${range(f)}: a personal value is not what was recorded${part(f)}`,
		vanished: (f) => `${range(f)}: a personal value is gone and no erasure was recorded${part(f)}`,
		signature: (f) => `checkpoint of size ${f.seq}: wrong signature${part(f)}`,
		root: (f) => `checkpoint of size ${f.seq}: does not fit the records${part(f)}`,
		foreign: (f) => `checkpoint of size ${f.seq}: the log does not have it${part(f)}`,
		lost: (f) => `checkpoint of size ${f.seq}: gone from the database${part(f)}`,
		leaves: (f) => `${range(f)}: the kept hashes do not fit the checkpoints`,
		order: (f) => `checkpoint of size ${f.seq}: the log runs backwards`,
		'no-log': () => 'the log of checkpoints (audit/checkpoints.log) is gone',
		'no-key': () => 'the public key (keys/audit.pub) is gone or cannot be read'
	},
	deed: (act) => (anyDeed(acts, act) ?? act).replace(/ ?(of |to |for |from )?\{it\}/, '').trim(),
	sentence: ({ who, act, noun, it }) =>
		`${who} ${(acts[`${noun}.${act}`] ?? acts[act] ?? `did “${act}” to {it}`).replace('{it}', it)}`,
	thing: (noun, title) =>
		title ? `the ${nouns[noun] ?? noun} “${title}”` : `the ${nouns[noun] ?? noun}`,
	portal: 'The portal',
	portalPart: (part) => `The portal (${part})`,
	stranger: 'Somebody not signed in',
	gone: 'A closed account',
	hidden: { erased: 'erased', 'kept-back': 'not shown' },
	whole: 'Content',
	inTongue: (field, tongue) => `${field} (${{ zh: 'Chinese', en: 'English' }[tongue]})`,
	empty: '(empty)',
	from: 'from',
	why: 'Why',
	field: 'Field',
	before: 'Before',
	after: 'After',
	changes: (count) => `${count} ${count === 1 ? 'change' : 'changes'}`,
	clock: (time) => `the system clock said ${time}`,
	number: (seq) => `No. ${seq}`,
	proof: 'Proof',
	open: 'Open this record',
	none: 'No record matches.',
	noTrail: 'No records yet.',
	total: (count) => `${count.toLocaleString('en')} ${count === 1 ? 'record' : 'records'}`,
	everything: 'All records',
	filter: {
		title: 'Filter',
		who: 'Who',
		whoHint: 'name or e-mail',
		noun: 'Kind',
		act: 'Act',
		all: 'All',
		from: 'From day',
		to: 'To day',
		apply: 'Filter',
		clear: 'Clear filter',
		person: (name) => `Only acts of ${name}`,
		thing: (name) => `Only ${name}`,
		samePerson: 'same person',
		sameThing: 'same thing'
	},
	export: 'Export CSV',
	csv: [
		'No.',
		'Time',
		'Who',
		'Act',
		'Kind',
		'Id',
		'Title',
		'From',
		'Why',
		'Before',
		'After',
		'Leaf hash'
	],
	chain: {
		title: 'State of the chain',
		records: 'Records',
		signed: 'Signed',
		last: 'Last checkpoint',
		none: 'none yet',
		key: 'Public key',
		broken: {
			'no-log': 'The log of checkpoints is gone. Nothing is signed any more.',
			log: 'The last checkpoint of the log has a wrong signature. Nothing is signed any more.',
			leaves: 'The kept hashes do not fit the checkpoints. Nothing is signed any more.',
			'rolled-back':
				'The database is older than the log of checkpoints: records were cut off, or an old backup was restored. Nothing is signed any more.',
			changed: 'A signed record was edited. Nothing is signed any more.',
			'past-the-portal':
				'Records were written or deleted past the portal. Nothing is signed any more.'
		},
		brokenNext:
			'Verify first and find out why. If a backup was restored, stop the portal and run npm run audit -- accept "reason".',
		error:
			'The last signing failed (a full disk, for example); it is tried again with the next act.',
		verify: 'Verify now',
		verifying: 'Verifying; you may leave this page.',
		again: 'Refresh',
		checked: (records, checkpoints) => `Checked ${records} records and ${checkpoints} checkpoints`,
		values: (kept, erased) =>
			`Personal values: ${kept} as they were recorded, ${erased} erased by the rules`,
		adopted: (count) => `${count} of the records were signed after a power cut`,
		good: 'Nothing was touched.',
		bad: (count) => `${count} ${count === 1 ? 'problem' : 'problems'} found:`,
		more: (count) => `${count} more; npm run audit -- verify shows all.`,
		failed: 'The verification broke off; the system log says why.',
		at: (time) => `Verified ${time}`,
		never: 'Not verified since the start.',
		note: 'The signed checkpoint',
		noteHint:
			'Keep a copy outside this system from time to time: if the whole data folder is replaced, only a checkpoint kept elsewhere proves it.'
	},
	one: {
		title: (seq) => `Audit record ${seq}`,
		back: 'Back to the audit trail',
		record: 'The record',
		recordHint:
			'In the canonical form of RFC 8785. Personal values stand in it as salted commitments; they lie beside it and can be erased.',
		leaf: 'Leaf hash',
		leafHint: 'SHA-256(0x00 ‖ record)',
		inclusion: 'Proof of inclusion',
		inclusionHint: (size) =>
			`By RFC 6962 these hashes lead from this record to the root of the tree of ${size}.`,
		holds: 'The proof holds: this record is in the signed tree.',
		fails: 'The proof does not hold: verify all records now.',
		unsigned: 'No checkpoint covers this record yet.',
		root: 'Root',
		previous: 'Previous',
		next: 'Next'
	},
	trail: 'Audit trail',
	trailAll: 'All records'
};

export const command: typeof zhCommand = {
	usage: `Usage:
npm run audit -- verify                 verifies all records, checkpoints and personal values
npm run audit -- export [FILE]          one record a line (JSON), the checkpoint last
npm run audit -- accept "reason"        accepts the records of a restored backup and begins a new log
                                        (the portal must be stopped)
add --en for English`,
	wrong: (name, problem, example) => `${name} ${problem}, e.g. ${example}`,
	summary: (records, signed, checkpoints) =>
		`${records} records, signed up to record ${signed}, ${checkpoints} checkpoints`,
	good: 'Nothing was touched.',
	bad: (count) => `${count} ${count === 1 ? 'problem' : 'problems'} found:`,
	nothing: 'There is nothing to accept: the verification finds no problem.',
	inconsistent: 'This cannot be accepted: the records themselves were edited. Restore a backup.',
	needsWhy: 'A reason is needed.',
	accepted: (records, log) => `${records} records accepted; the old log is kept as ${log}`
};
