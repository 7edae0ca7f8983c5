/** Words of `npm run admin`. */
export const admin = {
	usage: `npm run admin -- create 邮箱 --role 角色 [--name 称呼] [--town 镇街 | --place 地点编号 | --organization 单位] [--en]
                                          建一个账号，打印一次性邀请链接（7 天内有效）
npm run admin -- reset 邮箱               打印一次性重设密码链接（10 分钟内有效）
npm run admin -- forget-factors 邮箱      清除两步验证，下次登录重新设置
npm run admin -- disable 邮箱             停用账号，所有登录立即结束
npm run admin -- enable 邮箱              重新启用
npm run admin -- list                     列出所有账号
角色：operator editor approver organizer juror manager contestant citizen`,
	wrong: (name: string, problem: string, example: string) =>
		`设置 ${name} 不对：${problem}，例如 ${example}`,
	done: '已完成。',
	link: (address: string) => `请把这个链接交给本人，只能用一次：\n${address}`,
	refusal: (field: string, reason: string) => {
		const sentences: Record<string, string> = {
			email: '这不是一个邮箱地址。',
			unknown: '没有这个邮箱的账号。',
			scope: '阵地管理员必须写明镇街、地点或单位，其他角色不能写。',
			'last-operator': '这是最后一个运维账号，不能停用。',
			'too-long': '称呼太长，最多 60 个字符。'
		};
		return sentences[reason] ?? `${field}：${reason}`;
	}
};
