/** People are found by whatever a story calls them, and never by accident. */
import { describe, expect, it } from 'vitest';
import { demoCompany, smallCompany } from '#infra/local/company/company.ts';
import { castOf } from './cast.ts';

const week = new Date('2027-02-01T07:30:00Z');
const small = smallCompany({ week });
const other = smallCompany({ week, tenantId: '0b9e3c52-6a4e-4f0c-8a1d-5a0b7c6d8e9f', domain: 'other.example' });

describe('the cast', () => {
  it.each(['erik', 'Erik', 'Erik Storm', 'erik@lillvik.example', small.people.find(({ alias }) => alias === 'erik')?.id ?? ''])(
    'finds %s',
    (who) => {
      expect(castOf([small]).find(who)).toMatchObject({ name: 'Erik Storm', address: 'erik@lillvik.example', tenantId: small.tenant.id });
    },
  );

  it('finds people by their given name in the large company', () => {
    expect(castOf([demoCompany({ week })]).find('Malin').name).toBe('Malin Rosengård');
  });

  it('prefers the first company, and finds the namesake of another by address', () => {
    const cast = castOf([small, other]);
    expect(cast.find('maja').tenantId).toBe(small.tenant.id);
    expect(cast.find('maja@other.example').tenantId).toBe(other.tenant.id);
  });

  it('refuses a name that nobody has, and one that two have', () => {
    expect(() => castOf([small]).find('Nils')).toThrow('Nobody here is called Nils');
    const [vera, ...rest] = small.people;
    const twice = { ...small, people: [...rest, ...(vera ? [vera, { ...vera, alias: 'vera2', id: 'x' }] : [])] };
    expect(() => castOf([twice]).find('Vera Strand')).toThrow('Vera Strand may be vera or vera2');
  });
});
