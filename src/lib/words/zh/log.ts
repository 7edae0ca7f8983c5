import type { Phase } from '$lib/domain/judging/log/phase';

/** Judging log: its public page, the office’s page and the mails. */
export const log = {
	phases: {
		sealed: '规则封存',
		opened: '开始评分',
		closed: '评分截止',
		released: '结果发布',
		notice: '公示开始',
		final: '结果确定',
		interim: '中途存证'
	} satisfies Record<Phase, string>
};
