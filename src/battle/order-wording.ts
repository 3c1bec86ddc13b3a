/** Orders in words: what a button that gives one says, and what its kind is called where many of them are offered. */
import { aimOf, type Order, type OrderKind } from '../model/order.ts';
import { unreachable } from '../model/assert.ts';
import type { Scenario } from '../model/scenario.ts';
import { flightOf } from '../rules/air/roster.ts';
import { findRelief } from '../rules/command.ts';
import { cardOf } from '../rules/roster.ts';
import { findRide } from '../rules/rides.ts';
import { clockText, directionText, hexText, message, nameOf } from './wording.ts';

/** An order as a short imperative with its figures, without a full stop: "Fire at 1203 for 10 min". */
export function orderText(scenario: Scenario, order: Order): string {
  const hex = hexText(scenario, aimOf(order) ?? -1);
  switch (order.kind) {
    case 'move':
      return message(`order.move.${order.pace}`, { hex });
    case 'together':
      return message(`order.together.${order.pace}`, { hex, units: order.units.length });
    case 'fire':
      return message('order.fire', { hex, minutes: order.minutes });
    case 'assault':
      return order.units.length > 1
        ? message('order.assault.many', { hex, units: order.units.length })
        : message('order.assault.one', { hex });
    case 'mission':
      return message(`order.mission.${order.task ?? 'suppress'}`, {
        hex,
        guns: cardOf(scenario, order.unit).names.en,
        observer: cardOf(scenario, order.observer).names.en,
      });
    case 'timetable':
      return message(`order.timetable.${order.work}`, {
        hex: hexText(scenario, order.target),
        time: clockText(order.minute),
        task: nameOf('missionTask', order.task),
      });
    case 'flare':
      return message('order.flare', { hex });
    case 'dig':
      return message('order.dig', { minutes: order.minutes });
    case 'deploy':
      return message(`order.deploy.${order.posture}`);
    case 'guns':
      return message(`order.guns.${order.state}`);
    case 'turn':
      return message('order.turn', { direction: directionText(scenario, order.facing) });
    case 'saddle':
      if (order.saddle === 'wheels' || order.saddle === 'tracks') return message(`order.saddle.${order.saddle}`);
      return message(`order.saddle.${order.saddle}.${findRide(cardOf(scenario, order.unit)) ?? 'horses'}`);
    case 'board':
      return message('order.board', { carrier: cardOf(scenario, order.carrier).names.en });
    case 'unload':
      return message(order.to === undefined ? 'order.unload' : 'order.unload.ashore', {
        passenger: cardOf(scenario, order.passenger).names.en,
        hex,
      });
    case 'cross':
      return message(`order.cross.${order.by}`, { hex });
    case 'sound':
      return message('order.sound', { hex });
    case 'rally':
      return message('order.rally');
    case 'engineer':
      return message(`order.engineer.${order.work}`, { hex });
    case 'salvage':
      return message(`order.salvage.${order.task}`);
    case 'policy':
      return message(`order.policy.${order.policy}`);
    case 'standing':
      if (order.standing?.kind === 'follow')
        return message('order.standing.follow', { leader: cardOf(scenario, order.standing.leader).names.en });
      if (order.standing?.kind === 'work') return message(`order.engineer.${order.standing.work}`, { hex });
      return order.standing?.kind === 'goTo'
        ? message(`order.standing.goTo.${order.standing.pace}`, { hex })
        : message(`order.standing.${order.standing?.kind ?? 'none'}`);
    case 'relieve':
      return message('order.relieve', {
        commander: findRelief(scenario, order.unit)?.commander ?? message('commander.other'),
      });
    case 'leave':
      return message('order.leave');
    case 'airMission':
      return message(`order.airMission.${order.task}`, { hex, flight: flightOf(scenario, order.flight).names.en });
    case 'supply':
      return message(`order.supply.${order.task}`, {
        to: order.to === undefined ? '' : cardOf(scenario, order.to).names.en,
      });
    case 'endTurn':
      return message('order.endTurn');
    default:
      return unreachable(order);
  }
}

/** What a kind of order is called before a hex is chosen for it: "Call artillery". */
export const orderName = (kind: OrderKind): string => message(`order.name.${kind}`);
