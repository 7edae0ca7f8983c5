import { place } from '../../domain/studio/review';
import type { review as zh } from '../zh/review';

const stepName = (step: number, steps: number): string =>
	({
		first: 'First review',
		between: steps === 3 ? 'Second review' : `Second review (${step - 1})`,
		last: 'Final review'
	})[place(step, steps)];

const things = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const review: typeof zh = {
	title: 'Review and publication',
	stepName,
	state: {
		draft: 'Draft',
		review: 'In review',
		scheduled: 'Scheduled',
		published: 'Published',
		withdrawn: 'Withdrawn',
		expired: 'Expired'
	},
	noun: {
		places: 'Places',
		trails: 'Trails',
		series: 'Series',
		events: 'Events',
		honours: 'Honours',
		articles: 'Articles',
		documents: 'Documents',
		pages: 'Pages',
		bases: 'Base maps'
	},
	version: (number) => (number === 0 ? 'the first content' : `version ${number}`),
	liveNow: (number, since) =>
		number === 0
			? `The public sees the first content (since ${since})`
			: `The public sees version ${number} (since ${since})`,
	notLive: 'The public does not see it now',
	newer: 'A newer version has not been published yet.',
	willPublish: (at) => `Will be published at ${at}`,
	willExpire: (at) => `Will be taken down at ${at}`,
	trashed: (at) => `In the trash; deleted for good after ${at}`,
	steps: 'Steps of the review',
	submittedBy: (name, at) => `Submitted by ${name}, ${at}`,
	passedBy: (name, at) => `Passed by ${name}, ${at}`,
	waiting: 'Waiting for review',
	later: 'Not reached yet',
	portal: 'the portal',
	nobody: 'a closed account',
	deeds: 'What you can do now',
	nothing: 'There is nothing for you to do now.',
	hindered: {
		state: 'Not possible in the present state.',
		'not-live': 'The public does not see it, so there is nothing to withdraw.',
		'still-live': 'The public still sees it. Withdraw it first.',
		'in-trash': 'It is in the trash. Restore it first.',
		'not-in-trash': 'It is not in the trash.',
		'not-yours': 'Your role does not include this.',
		'not-your-step': 'Another role reviews this step.',
		'own-work': 'It holds your own work, or you submitted it. Somebody else has to review it.',
		'step-done': 'You have reviewed one step of this round. Somebody else has to review the next.'
	},
	submit: 'Submit for review',
	unsaved: 'This is about the saved version. What you changed just now is not saved yet.',
	submitLead: (steps) =>
		steps === 1
			? 'One review by another person follows.'
			: `${steps} reviews follow, each by a different person.`,
	recall: 'Take back',
	recallLead: 'It becomes a draft again; steps already passed no longer count.',
	approve: (step) => `${step}: pass`,
	approvePublish: (step) => `${step}: pass and publish`,
	return: 'Send back',
	comment: 'Comment',
	note: 'Note (optional)',
	optional: 'Optional when you pass it, required when you send it back.',
	publish: 'Publish now',
	schedule: 'Save the times',
	publishAt: 'Publish at (Beijing time)',
	publishAtHint: 'Empty: right after the final review.',
	scheduleHint: 'Empty: right now.',
	expireAt: 'Take down at (Beijing time)',
	expireAtHint: 'Empty: stays public.',
	withdraw: 'Withdraw now',
	withdrawTitle: 'Urgent withdrawal',
	withdrawLead:
		'The public stops seeing it at once. Drafts and earlier versions stay; the reason goes on record and cannot be removed.',
	reason: 'Reason (required)',
	trash: 'Move to the trash',
	trashLead: (days) => `It can be restored for ${days} days and is then deleted for good.`,
	restore: 'Restore from the trash',
	restoreLead: 'It comes back as a draft; the public does not see it.',
	checks: 'Checks before publishing',
	clean: 'Nothing found.',
	checkAgain: 'Check again',
	stops: (count) =>
		`${things(count, 'problem has', 'problems have')} to be solved before it can be submitted or published`,
	stopped: 'Solve the problems above before you submit it.',
	stoppedReview: 'The checks found problems, so it can only be sent back.',
	asks: (count) => `${things(count, 'remark', 'remarks')} to read and confirm`,
	seen: 'I have read the remarks above and mean it this way',
	mask: 'Mask the numbers',
	maskLead:
		'Replaces the middle of mobile and ID-card numbers with asterisks and saves a new draft.',
	trace: 'All that happened',
	none: 'Nothing yet.',
	act: {
		save: 'Saved',
		submit: 'Submitted',
		recall: 'Taken back',
		approve: 'Passed',
		return: 'Sent back',
		schedule: 'Scheduled',
		publish: 'Published',
		withdraw: 'Withdrawn',
		expire: 'Expired',
		trash: 'Moved to the trash',
		restore: 'Restored from the trash'
	},
	returnedByClock: {
		checks: 'Its time had come but the checks failed, so it went back to draft:',
		unfit:
			'Its time had come but something it refers to was gone or its address was taken, so it went back to draft:',
		venue:
			'Its time had come but those who answer for the venue had not agreed, so it went back to draft.',
		'window-passed': 'Both its times had passed, so it was not published and went back to draft.'
	},
	warned: (count) => `${things(count, 'remark', 'remarks')} confirmed`,
	plannedFor: (at) => `to be published at ${at}`,
	plannedUntil: (at) => `to be taken down at ${at}`,
	edit: 'Edit',
	see: 'See the public page',
	preview: 'Preview',
	versions: 'See what changed',
	done: {
		submit: 'Submitted for review.',
		recall: 'Taken back; it is a draft now.',
		approve: 'Passed.',
		scheduled: 'Passed. It will be published at its time.',
		published: 'Passed and published.',
		return: 'Sent back.',
		schedule: 'The times are saved.',
		publish: 'Published.',
		withdraw: 'Withdrawn. The public no longer sees it.',
		trash: 'Moved to the trash.',
		restore: 'Restored as a draft.',
		check: 'Checked.',
		mask: 'The numbers are masked and saved as a new draft.'
	},
	refusal: {
		stale: 'It has changed since you opened this page. Look at it again and then decide.',
		'comment-required': 'Say what has to change when you send it back.',
		'reason-required': 'Give the reason for the withdrawal.',
		'too-long': 'Too long. Make it shorter.',
		'not-a-time': 'This is no time; write it like 2026-11-22 12:00.',
		'time-passed': 'This time has passed.',
		'too-far': 'Too far ahead: ten years at most.',
		'ends-before-begins': 'The end has to be later than the publication.',
		checks: 'The checks found problems. Solve those below first.',
		unconfirmed: 'Read the remarks below and confirm again.',
		taken: 'The address is taken.',
		'no-such': 'Something it refers to does not exist.',
		fixed: 'The address can no longer change.',
		'still-used': 'Something else still uses it. Change that first.',
		'nothing-to-mask': 'There is no number to mask.',
		conflict: 'Somebody else changed it at the same time. Settle that in the form.'
	},
	venue: {
		title: 'Venue',
		lead: (place) =>
			`This event takes place at ${place}. It cannot be published before the manager of the place agrees.`,
		stand: {
			granted: 'Agreed',
			open: 'Waiting for an answer',
			declined: 'Declined',
			fresh: 'Not asked yet; submitting asks'
		},
		more: (count) => `and so on, ${count} dates`,
		overridden: 'Decided by an operator.',
		why: (why) => `What the manager says: ${why}`,
		see: 'See the venue request',
		lack: (reason, place, when) =>
			({
				'venue-open': `The manager of ${place} has not answered yet about ${when}. It cannot be published before.`,
				'venue-declined': `The manager of ${place} did not agree to ${when}. Change the dates or the venue, or open the venue request and ask again.`,
				'venue-unasked': `The manager of ${place} was not asked about ${when}. Take it back and submit it again: that asks.`
			})[reason] ?? reason
	},
	queue: {
		back: 'Back to the queue',
		title: 'Review',
		lead: 'What waits for you stands first, the oldest on top.',
		mine: (count) => `Waiting for me (${count})`,
		all: (count) => `All in review (${count})`,
		scheduled: (count) => `Scheduled (${count})`,
		returned: (count) => `Sent back to me (${count})`,
		none: 'Nothing is waiting.',
		noun: 'Kind',
		every: 'Every kind',
		filter: 'Filter',
		overdue: 'Overdue',
		onlyOverdue: 'Only overdue',
		yours: 'Waiting for you',
		age: (days, hours) =>
			days
				? `${things(days, 'day', 'days')}${hours ? ` ${hours} h` : ''}`
				: hours
					? things(hours, 'hour', 'hours')
					: 'under an hour',
		by: (name) => `by ${name}`,
		limit: (days) =>
			`Marked overdue when not finished ${things(days, 'day', 'days')} after submission.`,
		more: (count) => `Only the ${count} that have waited longest are shown.`
	}
};
