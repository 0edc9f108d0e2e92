"use strict";

// How things are made and written: elements, numbers, dates. Texts go in as text, never as HTML.

/** Make an element; `on…` functions listen, true sets an attribute, null and false leave it out. */
function make(tag, attributes, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** Make an element of a drawing. */
function draw(tag, attributes, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return element;
}

const byId = (id) => document.getElementById(id);

/** Write the value of a closed set in words: "case_filed" is "case filed". */
const inWords = (value) => String(value).replaceAll("_", " ");

/** Group the digits of an exact number, which is a text: "1234567.5" is "1,234,567.5". */
function grouped(number) {
  const [whole, part] = String(number).split(".");
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",") + (part ? `.${part}` : "");
}

/** Write a number of people or things shortly: 1234567 is "1.2 m". */
function short(number) {
  for (const [size, sign] of [[1e12, "tn"], [1e9, "bn"], [1e6, "m"], [1e4, "k"]]) {
    if (number >= size) {
      const amount = number / (sign === "k" ? 1e3 : size);
      return `${amount >= 100 ? Math.round(amount) : Math.round(amount * 10) / 10} ${sign}`;
    }
  }
  return grouped(Math.round(number * 100) / 100);
}

/** Write "1 article", "2 articles". */
const counted = (number, word) => `${grouped(number)} ${word}${number === 1 ? "" : "s"}`;

/** Write a confidence: 0.934 is "93 %". */
const percent = (confidence) => `${Math.floor(confidence * 100)} %`;

/** Write the days on which something holds. */
function days(from, to) {
  if (!from && !to) return "";
  return from === to || !to ? from : `${from || "…"} – ${to}`;
}

const SIGNS = { gt: "more than ", ge: "at least ", lt: "less than ", le: "up to ", approx: "about ", eq: "", range: "" };

/** Write the number of a fact with its bound and unit. */
function numberOf(fact) {
  if (fact.comparator === undefined) return "";
  const value = fact.value === undefined ? `${grouped(fact.min_value ?? "…")}–${grouped(fact.max_value ?? "…")}` : grouped(fact.value);
  const units = { percentage: fact.unit === "percentage_point" ? " points" : " %", quantity: ` ${fact.unit}`, money: ` ${fact.currency}` };
  return `${SIGNS[fact.comparator]}${value}${units[fact.kind] || ""}`;
}

/** Tell readers of screens what has happened. */
function tell(words) {
  byId("told").textContent = words;
}
