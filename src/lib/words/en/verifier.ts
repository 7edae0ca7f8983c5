import type { verifier as zh } from '../zh/verifier';

export const verifier = {
	title: 'Check a judging log',
	lead: 'Put a judging log in, and this page checks it here: whether any record was edited, deleted, inserted, reordered or rolled back, and whether the result follows from the scores by the published rule.',
	offline:
		'Everything is computed on your own device, without a network. The file is sent nowhere.',
	other: '中文',
	dark: 'Dark',
	light: 'Light',
	elder: 'Large text',
	normal: 'Standard text',
	needsScript: 'Checking runs a program in your browser. Please switch JavaScript on and reopen.',
	fileTitle: 'Put the log in',
	fileAbout: 'Download it from the page “Judging log” of the contest. Its name ends in .jsonl.',
	choose: 'Choose a file',
	drop: 'or drop the file here',
	chosen: 'Chosen: {name} ({size})',
	noteTitle: 'Paste a checkpoint you received',
	noteOptional: 'optional',
	noteAbout:
		'Every juror gets a mail at the end of each phase with a few signed lines in it. Paste those lines, or the whole mail: only they can show that a log was replaced as a whole or taken back to an earlier day.',
	noteLabel: 'Signed checkpoint',
	run: 'Check',
	again: 'Check again',
	running: 'Checking… {percent}%',
	resultTitle: 'Result',
	holds: 'Complete and untouched',
	holdsAbout:
		'{records} records were compared one by one, and all agree with the signed checkpoints.',
	broken: 'Problems found: {count}',
	brokenAbout: 'This file does not agree with the signed checkpoints. Here is what is wrong.',
	sealedAbout:
		'The results are not released yet. For now this log shows only where records stand and their hashes, no scores; after the release it can be compared with the open log.',
	witnessNone:
		'No checkpoint was pasted: if whoever holds the key replaced the whole log, this file alone could not show it.',
	witnessHeld: 'It agrees with the checkpoint you pasted.',
	witnessBroken: 'It does not agree with the checkpoint you pasted.',
	keyKnown: 'The signing key is the portal’s, as this program knows it.',
	keyUnknown: 'Please compare the signing key with the one the portal publishes.',
	key: 'Signing key',
	contest: 'Contest',
	madeAt: 'Records up to',
	records: 'Records',
	recordsText: '{all} in all: {open} open, {closed} as a hash only',
	pointsTitle: 'Phases',
	pointsAbout:
		'At the end of each phase the portal signs the root hash of all records and mails it to every juror.',
	phase: 'Phase',
	round: 'Round',
	at: 'Time',
	size: 'All records',
	root: 'Root hash',
	counted: 'Judging records',
	roundName: 'Round {n}',
	wholeEdition: 'Whole edition',
	reckonedTitle: 'Computed again by the rule',
	reckonedText:
		'Round {n}: {scores} valid scores, {entries} entries; points and place of {same} agree with what was released.',
	reckonedNone: 'This file holds no result that could be computed again.',
	ruleHash: 'Hash of the rule',
	findingsTitle: 'What is wrong',
	record: 'record {seq}',
	line: 'line {line}',
	more: '… and {count} more',
	unreadableFile: 'This file cannot be read. It is no judging log.',
	phases: {
		sealed: 'Rule sealed',
		opened: 'Scoring opened',
		closed: 'Scoring closed',
		released: 'Results released',
		notice: 'Public notice begun',
		final: 'Results final',
		interim: 'Interim checkpoint'
	},
	findings: {
		unreadable: [
			'Lines that are no log',
			'These lines cannot be read, or stand where they must not.'
		],
		head: ['The head is wrong', 'What the file says of itself does not fit its records.'],
		key: [
			'Not the portal’s key',
			'Another key signed this file than the portal’s, as this program knows it.'
		],
		file: [
			'Not the file the portal gave out',
			'At least one character was changed, added or removed since the portal signed it.'
		],
		signature: ['Checkpoint not signed', 'The portal’s key did not sign this checkpoint.'],
		root: [
			'Records do not lead to the checkpoint',
			'The hashes in the file do not make the signed root: a record before it was touched.'
		],
		order: ['Checkpoints run backwards', 'A later checkpoint is older than the one before.'],
		gap: ['A piece is missing', 'The hashes in the file do not reach the checkpoint.'],
		edited: ['Record edited', 'What these records say is not what was sealed then.'],
		inserted: ['Record inserted', 'These records were never sealed.'],
		missing: ['Record deleted', 'These records were sealed, and the file does not have them.'],
		moved: ['Record moved', 'These records are not in their place.'],
		undated: ['Time runs backwards', 'These records are dated before the one in front of them.'],
		mark: ['Phase record wrong', 'The record of a phase does not say what the file says.'],
		hidden: [
			'Records hidden',
			'The judging records are not as many, or not those, that were counted at the end of the phase.'
		],
		closed: ['Kept shut', 'These records should be open, and the file gives only their hashes.'],
		facts: [
			'Facts changed',
			'Lists, scores or results are not those that were sealed at the end of the phase.'
		],
		rule: [
			'Not the sealed rule',
			'The rule in the file is not the one sealed before the first score, or is not there.'
		],
		seed: [
			'Wrong seed',
			'The seed does not follow from the sealed rule, the log then and the public chance, or the codes do not follow from the seed.'
		],
		chain: ['Revisions have a gap', 'A revision of a score is missing, or there twice.'],
		early: [
			'Score too early',
			'There is a score from before the rule was sealed and scoring opened.'
		],
		late: ['Score too late', 'There is a score from after scoring closed.'],
		standing: [
			'Not the last score',
			'A score that counted when scoring closed is not what its last record says.'
		],
		total: ['Wrong total', 'The marks do not make this total by the rule.'],
		result: [
			'Result does not follow',
			'Computed again by the rule, points or place differ from what was released.'
		],
		note: [
			'Pasted checkpoint wrong',
			'What was pasted is no signed checkpoint, or this key did not sign it.'
		],
		'rolled-back': [
			'Log rolled back',
			'The checkpoint you received is newer than this file: later records are gone.'
		],
		forked: ['Another log', 'As many records, but the root hash is not the one you received.'],
		unknown: ['Cannot be compared', 'The checkpoint you received is not in this file.']
	}
} satisfies typeof zh;
