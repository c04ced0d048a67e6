/** The key of the notification that a goal is proposed: it can exist once for each goal, and says which one it is about. Pure. */
const kind = 'goal-proposed';

/** Once for each goal: a proposal is told once, however often the call is repeated. */
export const proposalKey = (goalId: string): string => `${goalId}:${kind}`;

/** Which goal such a key is about. */
export const proposedGoal = (key: string): string => key.slice(0, -`:${kind}`.length);
